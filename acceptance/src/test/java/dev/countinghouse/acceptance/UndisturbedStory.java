package dev.countinghouse.acceptance;

/** The story with nobody killed, played once for all tests that look at its bill. */
final class UndisturbedStory {

  private static final Bill BILL =
      new Story(RunningSuite.gateway("undisturbed"), chapter -> {}).play();

  private UndisturbedStory() {}

  static Bill bill() {
    return BILL;
  }
}
