package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A random history of an item's usage: several lots, odd M, allowances, limits, late and early
 * usage, boundaries of periods, windows and lots. What keeps it is compared after every step with
 * the {@link PrepaidModel}. The history of an odd seed lasts until its lots have ended and have
 * been renewed, 13 to 26 months; that of an even one about half a year.
 */
public final class UsageHistory {

  private static final int MOST_LOTS = 12;
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Asia/Seoul"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Africa/Cairo"), // a day in April begins at 01:00
          ZoneId.of("UTC"));

  private final int seed;
  private final boolean isLong;
  private final Random random;
  private final ZoneId zone;
  private final Met met;
  private final NaiveUsage model;
  private final Aim aim;
  private final PlayedUse stored;
  private final List<NaiveUsage.Bought> ended = new ArrayList<>();
  private LocalDate today;
  private Instant now;

  /**
   * Not played yet.
   *
   * @param keeping what keeps a history, given the channel's zone
   */
  public UsageHistory(int seed, BiFunction<ZoneId, Random, PlayedUse> keeping) {
    this.seed = seed;
    this.isLong = seed % 2 == 1;
    this.random = new Random(seed);
    this.zone = ZONES.get(random.nextInt(ZONES.size()));
    this.met = new Met(zone);
    this.model = new NaiveUsage(zone, met);
    this.aim = new Aim(random, zone, model);
    this.stored = keeping.apply(zone, random);
    this.today = LocalDate.of(2023 + random.nextInt(2), 1, 25).plusDays(random.nextInt(40));
    this.now =
        today
            .atTime(random.nextBoolean() ? LocalTime.MIN : LocalTime.of(10, 30))
            .atZone(zone)
            .toInstant();
  }

  /**
   * Plays it; a failure names the seed.
   *
   * @return what it has met
   */
  public Set<Situation> play() {
    try {
      steps();
    } catch (RuntimeException | AssertionError wrong) {
      throw new AssertionError("history of seed " + seed + " on " + today, wrong);
    }
    return met.situations();
  }

  private void steps() {
    LocalDate end = today.plusMonths(isLong ? 13 + random.nextInt(14) : 6);
    Duration most = Duration.ofDays(isLong ? 40 : 25);
    begin(random.nextInt(3) == 0 ? Standing.TRIAL : Standing.PAID);
    for (int lot = 0; lot < random.nextInt(4); lot++) {
      buy(aim.monthly(), aim.start(today.plusDays(random.nextInt(150) - 20)));
    }
    if (seed % 1_000 == 7) {
      buy(1_000_000, today);
    }
    while (today.isBefore(end)) {
      advance(aim.next(now, most));
      change();
      buyMore();
      use();
      agree(stored.snapshot(), model.snapshot());
    }
  }

  private void agree(PlayedUse.Snapshot kept, PlayedUse.Snapshot expected) {
    assertThat(kept.lots()).as("lots, seed %d at %s", seed, now).isEqualTo(expected.lots());
    assertThat(kept.periods())
        .as("periods, seed %d at %s", seed, now)
        .isEqualTo(expected.periods());
  }

  private void begin(Standing standing) {
    Instant start = model.periods.isEmpty() ? now : model.periods.getLast().end;
    LocalDate day = start.atZone(zone).toLocalDate();
    LocalDate last = standing == Standing.TRIAL ? day.plusDays(14) : day.plusMonths(1);
    Instant end = last.atTime(start.atZone(zone).toLocalTime()).atZone(zone).toInstant();
    boolean early = random.nextBoolean();
    stored.begin(
        new ChannelPlan(standing, early ? "early-stage" : "growth", "test", 1, start, end));
    model.periods.add(new NaiveUsage.Period(start, end, early ? 50 : 0));
  }

  private void buy(long monthly, LocalDate start) {
    if (model.bought.size() < MOST_LOTS) {
      stored.buy(monthly, start);
      model.buy(monthly, start);
    }
  }

  /** Now and then a lot; and most lots that have ended are renewed (PRE-14). */
  private void buyMore() {
    if (aim.oneOf(10)) {
      buy(aim.monthly(), aim.start(today.minusDays(random.nextInt(3))));
    }
    for (NaiveUsage.Bought lot : List.copyOf(model.bought)) {
      if (!today.isBefore(lot.end()) && !ended.contains(lot)) {
        ended.add(lot);
        if (!aim.oneOf(3)) {
          buy(lot.lot().monthly(), lot.end());
        }
      }
    }
  }

  /**
   * Windows close and periods begin when their time has come, in whichever order; of some periods
   * the event is late.
   */
  private void advance(Instant then) {
    LocalDate before = today;
    now = then;
    today = now.atZone(zone).toLocalDate();
    int order = random.nextInt(5);
    if (order < 2) {
      beginUntilNow();
    }
    stored.closeUntil(today);
    model.closeUntil(today, before);
    if (order == 2 || order == 3) {
      beginUntilNow();
    }
  }

  private void beginUntilNow() {
    while (!model.periods.getLast().end.isAfter(now)) {
      begin(Standing.PAID);
    }
    take(List.of());
  }

  /** Sometimes the limit of the last period changes, or what is uncovered is billed. */
  private void change() {
    NaiveUsage.Period period = model.periods.getLast();
    int what = random.nextInt(5);
    if (what == 0) {
      Long limit = aim.limit(period.counted.total);
      stored.limit(period.start, limit);
      model.limit(period, limit);
    } else if (what == 1) {
      bill(model.periods.get(random.nextInt(model.periods.size())));
    }
  }

  private void bill(NaiveUsage.Period period) {
    if (period.isUsed()) {
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
      Instant at = aim.when(now);
      long units = aim.units(at);
      fresh.add(new MeterCount("workflow-actions", at, units));
      model.count(at, units);
    }
    take(fresh);
  }

  private void take(List<MeterCount> fresh) {
    stored.takeUp(fresh, now);
    model.takeUp(now);
  }
}
