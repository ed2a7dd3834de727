package dev.countinghouse.metering.domain;

/** Names that come from outside: of events, users, conversations. */
public final class Names {

  private static final int MAX_LENGTH = 200;

  /** What {@link #isName} wants, for people. */
  public static final String EXPECTED =
      "a string of 1 to " + MAX_LENGTH + " characters without control characters";

  private Names() {}

  /**
   * Whether it can be kept as it is. A lone surrogate cannot: it would be stored as a question
   * mark, and two users would become one.
   */
  public static boolean isName(String value) {
    return !value.isEmpty()
        && value.length() <= MAX_LENGTH
        && value.codePoints().noneMatch(Names::isUnstorable);
  }

  private static boolean isUnstorable(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
