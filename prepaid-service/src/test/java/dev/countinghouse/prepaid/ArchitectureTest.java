package dev.countinghouse.prepaid;

import dev.countinghouse.houserules.Architecture;

class ArchitectureTest extends Architecture {

  ArchitectureTest() {
    super("dev.countinghouse.prepaid", "dev.countinghouse.pricing..");
  }
}
