package dev.countinghouse.metering;

import dev.countinghouse.houserules.Architecture;

class ArchitectureTest extends Architecture {

  ArchitectureTest() {
    super("dev.countinghouse.metering", "dev.countinghouse.clock..");
  }
}
