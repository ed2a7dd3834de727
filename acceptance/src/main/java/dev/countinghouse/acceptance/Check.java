package dev.countinghouse.acceptance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What a step holds the suite to. */
final class Check {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Check() {}

  static void that(boolean holds, String what) {
    if (!holds) {
      throw new StepFailed(what);
    }
  }

  static void same(Object expected, Object actual, String what) {
    that(expected.equals(actual), what + ": expected " + expected + ", got " + actual);
  }

  static void sameInstant(OffsetDateTime expected, String actual, String what) {
    that(
        !actual.isEmpty() && expected.isEqual(OffsetDateTime.parse(actual)),
        what + ": expected " + expected + ", got " + actual);
  }

  /** Decimal strings that mean the same number. */
  static void number(String expected, String actual, String what) {
    that(
        !actual.isEmpty() && new BigDecimal(expected).compareTo(new BigDecimal(actual)) == 0,
        what + ": expected " + expected + ", got " + actual);
  }

  /** Asks again until the answer holds; the last answer stands in the failure. */
  static Reply eventually(
      Duration limit, String what, Supplier<Reply> question, Predicate<Reply> holds) {
    Instant until = Instant.now().plus(limit);
    Reply reply = question.get();
    while (!holds.test(reply)) {
      that(Instant.now().isBefore(until), what + ", but after " + limit + ": " + reply);
      LockSupport.parkNanos(PAUSE.toNanos());
      reply = question.get();
    }
    return reply;
  }
}
