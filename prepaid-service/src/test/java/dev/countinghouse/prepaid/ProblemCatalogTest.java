package dev.countinghouse.prepaid;

import dev.countinghouse.houserules.ProblemCatalog;

class ProblemCatalogTest extends ProblemCatalog {

  ProblemCatalogTest() {
    super("prepaid-service");
  }
}
