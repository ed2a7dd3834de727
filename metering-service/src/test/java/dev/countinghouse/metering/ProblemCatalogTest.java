package dev.countinghouse.metering;

import dev.countinghouse.houserules.ProblemCatalog;

class ProblemCatalogTest extends ProblemCatalog {

  ProblemCatalogTest() {
    super("metering-service");
  }
}
