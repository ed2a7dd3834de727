package dev.countinghouse.subscription;

import dev.countinghouse.houserules.Architecture;

class ArchitectureTest extends Architecture {

  ArchitectureTest() {
    super("dev.countinghouse.subscription", "dev.countinghouse.pricing..");
  }
}
