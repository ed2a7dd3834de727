package dev.countinghouse.gateway;

import dev.countinghouse.houserules.ProblemCatalog;

class ProblemCatalogTest extends ProblemCatalog {

  ProblemCatalogTest() {
    super("gateway");
  }
}
