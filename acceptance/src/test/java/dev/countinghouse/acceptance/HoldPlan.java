package dev.countinghouse.acceptance;

import java.util.Map;
import java.util.SplittableRandom;

/**
 * All that is ever asked of one hold. It follows from the id alone, so that clients that know
 * nothing of each other repeat each other word for word.
 *
 * @param tenths what is reserved, 1 to 600
 * @param captured what a capture takes; 0 unless the hold is captured
 */
record HoldPlan(String id, long tenths, Ending ending, long captured) {

  enum Ending {
    CAPTURED,
    RELEASED,
    LEFT_OPEN
  }

  static HoldPlan of(String id) {
    SplittableRandom random = new SplittableRandom(id.hashCode() * 0x9E3779B97F4A7C15L);
    int draw = random.nextInt(100);
    if (draw < 4) {
      return new HoldPlan(id, random.nextInt(1, 4), Ending.LEFT_OPEN, 0);
    }
    if (draw < 40) {
      long tenths = random.nextInt(1, 60);
      return new HoldPlan(id, tenths, Ending.CAPTURED, random.nextLong(1, Math.min(tenths, 3) + 1));
    }
    return new HoldPlan(id, random.nextInt(1, 600), Ending.RELEASED, 0);
  }

  /** The request that places it. */
  Map<String, Object> request(String channel) {
    return request(channel, tenths);
  }

  /** The same id with other content: to be refused. */
  Map<String, Object> forged(String channel) {
    return request(channel, tenths + 1);
  }

  private Map<String, Object> request(String channel, long units) {
    return Map.of(
        "id", id, "channel", channel, "tenths", units, "reason", "sms", "at", HoldTraffic.ASKED_AT);
  }
}
