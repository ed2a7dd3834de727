package dev.countinghouse.prepaid.domain;

import java.util.Map;
import java.util.TreeMap;

/**
 * What random histories have to meet often enough to prove something of it. A draw is usage that a
 * lot gave for, at the instant it is said of.
 */
public enum Situation {
  /** A lot ends with something left, which expires (PRE-1). */
  EXPIRED,
  /** A lot ends with nothing left (PRE-4). */
  ENDED_EMPTY,
  /** A lot's last valid day is a February 29 (PRE-1). */
  ENDED_ON_LEAP_DAY(200),
  /** A lot begins on the day after another's last valid day (PRE-14). */
  RENEWED,
  /** A lot begins while another is valid (PRE-6). */
  OVERLAPPED,
  STARTED_ON_29,
  STARTED_ON_30,
  STARTED_ON_31,
  STARTED_ON_LEAP_DAY,
  ODD_QUANTITY,
  QUANTITY_OF_1,
  /** M is the least of PRE-10 that an item is sold in, 51 workflow actions. */
  LOWEST_QUANTITY,
  /** M is the most of PRE-10, 1,000,000. */
  HIGHEST_QUANTITY(10),

  /** A draw on a lot's last valid day (PRE-1). */
  DREW_ON_LAST_VALID_DAY,
  /** A draw a microsecond before a lot's end (PRE-1, TIME-2). */
  DREW_AT_LAST_INSTANT,
  /** Usage on the day after the last valid one, while the lot still has something left (PRE-1). */
  PASSED_BY_ON_DAY_AFTER,
  /** Usage at the first instant of that day (PRE-1, TIME-2). */
  PASSED_BY_AT_END,
  /** A draw at a lot's first instant (PRE-1). */
  DREW_AT_FIRST_INSTANT,
  /** Usage a microsecond before a lot's first instant (PRE-1). */
  PASSED_BY_BEFORE_START,
  /** A draw at the first instant of a window after the first (PRE-2). */
  DREW_AT_WINDOW_START,
  /** A draw a microsecond after the first instant of a window (PRE-2). */
  DREW_AFTER_WINDOW_START,
  /** A draw a microsecond before a window's end (PRE-2, TIME-2). */
  DREW_AT_WINDOW_END,
  /** One piece of usage is given by several lots (PRE-6). */
  DREW_FROM_SEVERAL_LOTS,
  /** A draw in a window that has closed (PRE-3). */
  DREW_IN_CLOSED_WINDOW,
  /** A draw of a lot that has ended, for a day on which it was valid (PRE-1). */
  DREW_FROM_ENDED_LOT,
  /** Usage decided 62 days after it happened, the oldest that is accepted (MAU-5). */
  DREW_62_DAYS_LATE,

  /** A draw takes a window to M/2, half a unit or one below or above it (PRE-3). */
  USED_HALF,
  USED_BELOW_HALF,
  USED_ABOVE_HALF,
  USED_MONTHLY,
  USED_BELOW_MONTHLY,
  /** Above M: borrowed (PRE-4). */
  USED_ABOVE_MONTHLY,
  USED_TWICE,
  USED_BELOW_TWICE,
  /** One unit more than 2 × M: postpaid (PRE-4). */
  USED_ABOVE_TWICE,
  /** A draw takes all that was left of the pool, below 2 × M (PRE-4). */
  USED_POOL,
  USED_BELOW_POOL,
  USED_ABOVE_POOL(150),

  /** A window closes that drew nothing, some, one less than M/2 or just that (PRE-3). */
  CLOSED_UNUSED,
  CLOSED_BELOW_HALF,
  CLOSED_JUST_BELOW_HALF,
  CLOSED_AT_HALF,
  /** The pool has less left than a minimum would take (PRE-3). */
  CLOSED_BEYOND_POOL,

  /** A lot that is created covers what was uncovered on its days. */
  COVERED_AGAIN,
  /** One piece of usage is partly within the allowance and partly beyond it (PRE-7). */
  CROSSED_ALLOWANCE,
  /** The limit lets a part of one piece through (PRE-16). */
  CROSSED_LIMIT,
  /** A limit lets through what it withheld (PRE-16). */
  LIMIT_RAISED,
  /** What is billed stands in the second tier that costs (PRE-9). */
  BILLED_ABOVE_3000(200);

  private final int histories;

  Situation() {
    this(500);
  }

  Situation(int histories) {
    this.histories = histories;
  }

  /** Which of ten thousand histories met too seldom, with how many of them met it. */
  static Map<Situation, Integer> rare(Map<Situation, Integer> met) {
    Map<Situation, Integer> rare = new TreeMap<>();
    for (Situation situation : values()) {
      int times = met.getOrDefault(situation, 0);
      if (times < situation.histories) {
        rare.put(situation, times);
      }
    }
    return rare;
  }
}
