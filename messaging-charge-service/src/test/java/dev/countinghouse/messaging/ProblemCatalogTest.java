package dev.countinghouse.messaging;

import dev.countinghouse.houserules.ProblemCatalog;

class ProblemCatalogTest extends ProblemCatalog {

  ProblemCatalogTest() {
    super("messaging-charge-service");
  }
}
