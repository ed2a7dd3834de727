package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/**
 * A random history of an item's usage: several lots, odd M, allowances, limits, late and early
 * usage, boundaries of periods and windows. What keeps it is compared after every step with a count
 * a unit at a time.
 */
public final class UsageHistory {

  private static final int STEPS = 14;
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Asia/Seoul"), ZoneId.of("America/New_York"), ZoneId.of("UTC"));

  private final int seed;
  private final Random random;
  private final ZoneId zone;
  private final NaiveUsage model;
  private final PlayedUse stored;
  private int lots;
  private final List<Instant> ends = new ArrayList<>();
  private LocalDate today;
  private Instant now;

  /**
   * Not played yet.
   *
   * @param keeping what keeps a history, given the channel's zone
   */
  public UsageHistory(int seed, BiFunction<ZoneId, Random, PlayedUse> keeping) {
    this.seed = seed;
    this.random = new Random(seed);
    this.zone = ZONES.get(random.nextInt(ZONES.size()));
    this.model = new NaiveUsage(zone);
    this.stored = keeping.apply(zone, random);
    this.today = LocalDate.of(2024, 1, 25).plusDays(random.nextInt(40));
    this.now =
        today
            .atTime(random.nextBoolean() ? LocalTime.MIN : LocalTime.of(10, 30))
            .atZone(zone)
            .toInstant();
  }

  /** Plays it; a failure names the seed. */
  public void play() {
    begin(random.nextInt(3) == 0 ? Standing.TRIAL : Standing.PAID);
    for (int lot = 0; lot < random.nextInt(4); lot++) {
      buy(lot, today.plusDays(random.nextInt(150) - 20));
    }
    for (int step = 0; step < STEPS; step++) {
      advance(now.plus(Duration.ofHours(random.nextInt(24 * 25))));
      change();
      if (random.nextInt(8) == 0 && lots < 9) {
        buy(lots, today.minusDays(random.nextInt(3)));
      }
      use();
      agree(step);
    }
  }

  private void begin(Standing standing) {
    Instant start = ends.isEmpty() ? now : ends.getLast();
    LocalDate day = start.atZone(zone).toLocalDate();
    LocalDate last = standing == Standing.TRIAL ? day.plusDays(14) : day.plusMonths(1);
    Instant end = last.atTime(start.atZone(zone).toLocalTime()).atZone(zone).toInstant();
    boolean early = random.nextBoolean();
    stored.begin(
        new ChannelPlan(standing, early ? "early-stage" : "growth", "test", 1, start, end));
    model.periods.add(new NaiveUsage.Period(start, end, early ? 50 : 0));
    ends.add(end);
  }

  private void buy(int number, LocalDate start) {
    long monthly = 1L + random.nextInt(9);
    lots++;
    stored.buy("lot" + number, monthly, start);
    model.buy(monthly, start);
  }

  /**
   * Windows close and periods begin when their time has come, in whichever order; of some periods
   * the event is late.
   */
  private void advance(Instant then) {
    now = then;
    today = now.atZone(zone).toLocalDate();
    int order = random.nextInt(5);
    if (order < 2) {
      beginUntilNow();
    }
    close();
    if (order == 2 || order == 3) {
      beginUntilNow();
    }
  }

  private void beginUntilNow() {
    while (!ends.getLast().isAfter(now)) {
      begin(Standing.PAID);
    }
    take(List.of());
  }

  private void close() {
    stored.closeUntil(today);
    for (int lot = 0; lot < model.lots.lots.size(); lot++) {
      LocalDate start = model.lots.lots.get(lot).start;
      for (int month = 0; month < 12; month++) {
        if (!today.isBefore(start.plusMonths(month + 1L))) {
          model.lots.close(lot, month);
        }
      }
    }
  }

  /** Sometimes the limit of the last period changes, or what is uncovered is billed. */
  private void change() {
    NaiveUsage.Period period = model.periods.getLast();
    int what = random.nextInt(4);
    if (what == 0) {
      Long limit = random.nextInt(4) == 0 ? null : (long) random.nextInt(120);
      stored.limit(period.start, limit);
      model.limit(period, limit);
    } else if (what == 1) {
      bill(model.periods.get(random.nextInt(model.periods.size())));
    }
  }

  private void bill(NaiveUsage.Period period) {
    if (stored.snapshot().periods().containsKey(period.start)) {
      BigDecimal amount =
          stored.ranges(period.start).stream()
              .map(UsageHistory::price)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      stored.billed(period.start);
      assertThat(amount).as("overage, seed %d", seed).isEqualByComparingTo(model.bill(period));
    }
  }

  private static BigDecimal price(UncoveredUse use) {
    BigDecimal half = new BigDecimal("0.5");
    return MonthlyUse.overage(
        TestBooks.WORKFLOW.price(),
        BigDecimal.valueOf(use.toHalves()).multiply(half),
        BigDecimal.valueOf(use.halves()).multiply(half));
  }

  private void use() {
    List<MeterCount> fresh = new ArrayList<>();
    for (int piece = 0; piece < random.nextInt(4); piece++) {
      Instant at = when();
      long units = 1L + random.nextInt(40);
      fresh.add(new MeterCount("workflow-actions", at, units));
      model.count(at, units);
    }
    take(fresh);
  }

  private void take(List<MeterCount> fresh) {
    stored.takeUp(fresh, now);
    model.takeUp(now);
  }

  /** Now, late, early, or at an edge of a period or of a day. */
  private Instant when() {
    NaiveUsage.Period period = model.periods.get(random.nextInt(model.periods.size()));
    Instant midnight = today.minusDays(random.nextInt(20)).atStartOfDay(zone).toInstant();
    Instant at =
        switch (random.nextInt(8)) {
          case 0 -> period.start;
          case 1 -> period.end;
          case 2 -> period.end.minus(1, ChronoUnit.MICROS);
          case 3 -> midnight;
          case 4 -> midnight.minus(1, ChronoUnit.MICROS);
          case 5 -> now.plus(Duration.ofDays(random.nextInt(40)));
          case 6 -> now.minus(Duration.ofHours(random.nextInt(24 * 62)));
          default -> now;
        };
    return at.isBefore(model.periods.getFirst().start) ? now : at;
  }

  private void agree(int step) {
    PlayedUse.Snapshot now = stored.snapshot();
    model.periods.forEach(period -> agree(step, now, period));
    now.lots().forEach(lot -> agree(step, lot));
  }

  private void agree(int step, PlayedUse.Snapshot now, NaiveUsage.Period period) {
    PeriodUse use = now.periods().get(period.start);
    long[] kept = {
      use == null ? 0 : use.total(),
      use == null ? 0 : use.uncoveredHalves(),
      now.withheld().getOrDefault(period.start, 0L)
    };
    long withheld = period.withheld.values().stream().mapToLong(Long::longValue).sum();

    assertThat(kept)
        .as("total, uncovered and withheld of %s, seed %d step %d", period.start, seed, step)
        .containsExactly(period.total, period.uncovered, withheld);
  }

  private void agree(int step, LotAccount lot) {
    NaiveLots.Lot naive = model.lots.lots.get(Integer.parseInt(lot.id().substring(3)));
    assertThat(lot.leftHalves())
        .as("left of %s, seed %d step %d", lot.id(), seed, step)
        .isEqualTo(naive.pool)
        .isNotNegative();
    agree(step, "used of " + lot.id(), lot, WindowUse::usedHalves, naive.used);
    agree(step, "minimum of " + lot.id(), lot, WindowUse::minimumHalves, naive.minimum);
    agree(step, "uncovered of " + lot.id(), lot, WindowUse::uncoveredHalves, naive.uncovered);
  }

  private void agree(
      int step, String what, LotAccount lot, ToLongFunction<WindowUse> of, long[] naive) {
    assertThat(lot.windows().stream().mapToLong(of).toArray())
        .as("%s by month, seed %d step %d", what, seed, step)
        .containsExactly(naive);
  }
}
