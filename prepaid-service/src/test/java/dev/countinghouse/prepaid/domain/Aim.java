package dev.countinghouse.prepaid.domain;

import dev.countinghouse.prepaid.domain.PrepaidModel.Lot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random instants, days and quantities, many of them at an edge of what a model has come to. */
final class Aim {

  /** The oldest usage that is accepted (MAU-5). */
  private static final Duration LATEST = Duration.ofDays(62);

  private static final Duration AHEAD = Duration.ofDays(40);

  private final Random random;
  private final ZoneId zone;
  private final NaiveUsage played;

  Aim(Random random, ZoneId zone, NaiveUsage played) {
    this.random = random;
    this.zone = zone;
    this.played = played;
  }

  boolean oneOf(int chances) {
    return random.nextInt(chances) == 0;
  }

  /** Where the clock goes next. */
  Instant next(Instant now, Duration most) {
    Instant edge = oneOf(3) ? edge(now, now.plus(most)) : null;
    return edge == null ? now.plus(Duration.ofHours(random.nextInt((int) most.toHours()))) : edge;
  }

  /** When something is used: now, late, early, or at an edge of a period, a lot or a window. */
  Instant when(Instant now) {
    NaiveUsage.Period period = played.periods.get(random.nextInt(played.periods.size()));
    Instant oldest = now.minus(LATEST);
    Instant at =
        switch (random.nextInt(10)) {
          case 0 -> period.start;
          case 1 -> period.end;
          case 2 -> period.end.minus(1, ChronoUnit.MICROS);
          case 3 -> now.plus(Duration.ofHours(random.nextInt((int) AHEAD.toHours())));
          case 4 -> now.minus(Duration.ofHours(random.nextInt((int) LATEST.toHours())));
          case 5, 6, 7, 8 -> edge(oldest, now.plus(AHEAD));
          default -> now;
        };
    Instant aimed = at == null ? now : at;
    Instant accepted = aimed.isBefore(oldest) ? oldest : aimed;
    return accepted.isBefore(played.periods.getFirst().start) ? now : accepted;
  }

  /** Around the end of some lot, or else around the first instant of one of its windows. */
  private @Nullable Instant edge(Instant from, Instant to) {
    List<Instant> ends =
        played.bought.stream()
            .map(lot -> around(lot.end()))
            .filter(at -> at.isAfter(from) && at.isBefore(to))
            .toList();
    if (!ends.isEmpty() && !oneOf(3)) {
      return ends.get(random.nextInt(ends.size()));
    }
    return played.bought.isEmpty() ? null : windowEdge(from, to);
  }

  private @Nullable Instant windowEdge(Instant from, Instant to) {
    Lot lot = played.bought.get(random.nextInt(played.bought.size())).lot();
    List<Instant> starts =
        IntStream.range(0, 12)
            .mapToObj(month -> around(lot.firstDay(month)))
            .filter(at -> at.isAfter(from) && at.isBefore(to))
            .toList();
    return starts.isEmpty() ? null : starts.get(random.nextInt(starts.size()));
  }

  private Instant around(LocalDate day) {
    Instant first = day.atStartOfDay(zone).toInstant();
    return switch (random.nextInt(6)) {
      case 0 -> first.minus(1, ChronoUnit.MICROS);
      case 1 -> first.plus(1, ChronoUnit.MICROS);
      case 2 -> first.minus(Duration.ofHours(random.nextInt(24)));
      case 3 -> first.plus(Duration.ofHours(random.nextInt(24)));
      default -> first;
    };
  }

  /** How much is used: anything, seldom much, or just so much that a window or a pool is full. */
  long units(Instant at) {
    if (oneOf(2)) {
      long aimed = aimed(at);
      return aimed >= 1 && aimed <= 3_000 ? aimed : 1;
    }
    return oneOf(100) ? 3_100 : 1L + random.nextInt(40);
  }

  /** So much that the first lot that has room comes to a mark, or one less, or one more. */
  private long aimed(Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    NaiveUsage.Period period = played.periodOf(at);
    long own = period == null ? 0 : period.counted.allowance - period.counted.total;
    for (Lot lot : played.model.lots) {
      int month = lot.window(day);
      if (month >= 0 && month < 12 && room(lot, month) > 0) {
        long halves = Math.min(room(lot, month), mark(lot) - lot.used()[month]);
        return Math.max(0, own) + (halves + random.nextInt(2)) / 2 + random.nextInt(3) - 1;
      }
    }
    return Math.max(0, own) + random.nextInt(3) - 1;
  }

  private static long room(Lot lot, int month) {
    long left = lot.deducted()[month] + lot.pool();
    return Math.min(left, 4 * lot.monthly()) - lot.used()[month];
  }

  /** M/2, M, 2 × M, or more than any window draws. */
  private long mark(Lot lot) {
    return lot.monthly() << random.nextInt(4);
  }

  /** First day of a lot: near a day, and often one that a month lacks. */
  LocalDate start(LocalDate near) {
    int length = near.lengthOfMonth();
    return switch (random.nextInt(8)) {
      case 0 -> near.withDayOfMonth(Math.min(29, length));
      case 1 -> near.withDayOfMonth(Math.min(30, length));
      case 2 -> near.withDayOfMonth(length);
      case 3, 4 -> near.withDayOfMonth(1);
      default -> near;
    };
  }

  /** M: small, so that it is soon used up; 1; around 100; the least that is sold. */
  long monthly() {
    return switch (random.nextInt(10)) {
      case 0 -> 1;
      case 1 -> 51;
      case 2, 3 -> 100L + random.nextInt(2);
      case 4, 5, 6 -> 10L + random.nextInt(30);
      default -> 1L + random.nextInt(9);
    };
  }

  /** A limit that leaves little; none; or just what is used, one less or one more. */
  @Nullable Long limit(long used) {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> Math.max(0, used + random.nextInt(3) - 1);
      default -> (long) random.nextInt(200);
    };
  }
}
