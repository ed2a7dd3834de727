package dev.countinghouse.outbox;

/**
 * The data of the tests' events.
 *
 * @param failures how many attempts at applying it fail before one succeeds
 */
public record Happening(int number, int failures) {
  static final String TYPE = "test.happened";
  static final String POISON = "test.poison";
  static final String UNWANTED = "test.unwanted";
}
