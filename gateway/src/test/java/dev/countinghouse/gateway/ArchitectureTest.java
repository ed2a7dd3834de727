package dev.countinghouse.gateway;

import dev.countinghouse.houserules.Architecture;

class ArchitectureTest extends Architecture {

  ArchitectureTest() {
    super(
        "dev.countinghouse.gateway", "dev.countinghouse.contracts..", "dev.countinghouse.caller..");
    readsTheClock(SystemTime.class);
  }
}
