package dev.countinghouse.messaging;

import dev.countinghouse.houserules.Architecture;

class ArchitectureTest extends Architecture {

  ArchitectureTest() {
    super("dev.countinghouse.messaging");
  }
}
