package dev.countinghouse.http;

import dev.countinghouse.houserules.ProblemCatalog;

class ProblemCatalogTest extends ProblemCatalog {

  ProblemCatalogTest() {
    super("libs/http-api", "libs/caller");
  }
}
