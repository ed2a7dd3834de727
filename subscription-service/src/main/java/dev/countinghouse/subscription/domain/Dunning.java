package dev.countinghouse.subscription.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What follows a payment that failed (SUB-4). */
public sealed interface Dunning {

  /** Days after the first failure on which it is tried again. */
  List<Integer> RETRY_DAYS = List.of(1, 3, 5, 7);

  /** It is tried again; service continues. */
  record Retry(Instant at) implements Dunning {}

  /** The last retry failed: Free, and a notice. */
  record GiveUp() implements Dunning {}

  /**
   * Decides after a failure.
   *
   * @param failures how many attempts have failed, this one included; 1 or more
   * @param firstFailure when the first one failed
   */
  static Dunning after(int failures, Instant firstFailure, ZoneId zone) {
    if (failures > RETRY_DAYS.size()) {
      return new GiveUp();
    }
    int days = RETRY_DAYS.get(failures - 1);
    return new Retry(firstFailure.atZone(zone).plusDays(days).toInstant());
  }
}
