package dev.countinghouse.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The rounds over HTTP, on a stack that is up.
 *
 * @param accounts that have points; the first is the hot one
 */
record PrepaidRounds(
    Vertx vertx, PrepaidStack stack, PostgresFloor floor, HoldCalls calls, List<String> accounts) {

  static final int CONNECTIONS = 32;
  static final int ACCOUNTS = 10_000;

  private static final int BATCH = 100;
  private static final int PACE = 500;
  private static final int MOST_UNDER_WAY = 2_000;
  private static final int ROUNDS = 5;

  /**
   * Until the JVM has compiled what it runs all the time; shorter, and that is what is measured.
   */
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private static final Duration ROUND = Duration.ofSeconds(3);
  private static final Duration FLOOR_ROUND = Duration.ofSeconds(2);
  private static final String PACED_FLOOR = "two updates, one after the other, at 500/s";

  PrepaidRounds {
    accounts = List.copyOf(accounts);
  }

  /** Measures {@code parts}, once all is warm. */
  List<Measurement> run(Set<PrepaidPart> parts) throws Exception {
    warmUp();
    List<Measurement> all = new ArrayList<>();
    for (PrepaidPart part : parts) {
      all.addAll(measure(part));
    }
    return List.copyOf(all);
  }

  private void warmUp() {
    floors(floor::updateHotRow);
    floors(floor::insert);
    connections().round(this::holdOnHotAccount, WARM_UP);
    connections().round(this::holdOnAnyAccount, WARM_UP);
  }

  private List<Measurement> measure(PrepaidPart part) throws Exception {
    return switch (part) {
      case ONE_ACCOUNT -> oneAccount();
      case HUNDREDS -> hundreds();
      case ACCOUNTS -> anyAccount();
      case PACED -> paced();
      case WINDOWS -> List.of();
    };
  }

  private List<Measurement> oneAccount() throws Exception {
    Rounds<Costed> rounds =
        rounds(() -> holds(this::holdOnHotAccount), () -> floors(floor::updateHotRow));
    String floored = PostgresFloor.HOT_ROW;
    List<Measurement> all = new ArrayList<>();
    all.add(
        rounds
            .measure("one account: holds", "1/s", floored, Costed::perSecond)
            .against(Bar.ratio(2)));
    all.add(rounds.measure("one account: p50", "ms", floored, Costed::p50));
    all.add(rounds.measure("one account: p99", "ms", floored, Costed::p99).against(Bar.below(50)));
    all.addAll(processors("one account", rounds, floored));
    return all;
  }

  private List<Measurement> hundreds() throws Exception {
    Rounds<Costed> rounds =
        rounds(() -> holds(this::hundredHolds), () -> floors(floor::updateHotRow));
    String floored = PostgresFloor.HOT_ROW;
    List<Measurement> all = new ArrayList<>();
    all.add(
        rounds
            .measure("in hundreds: holds", "1/s", floored, Costed::perSecond)
            .against(Bar.ratio(5)));
    all.addAll(processors("in hundreds", rounds, floored));
    return all;
  }

  private List<Measurement> anyAccount() throws Exception {
    Rounds<Costed> rounds =
        rounds(() -> holds(this::holdOnAnyAccount), () -> floors(floor::insert));
    String floored = PostgresFloor.INSERTS;
    List<Measurement> all = new ArrayList<>();
    all.add(
        rounds
            .measure("10,000 accounts: holds", "1/s", floored, Costed::perSecond)
            .against(Bar.ratio(1 / 3.0)));
    all.add(rounds.measure("10,000 accounts: p99", "ms", floored, Costed::p99));
    all.addAll(processors("10,000 accounts", rounds, floored));
    return all;
  }

  private static List<Measurement> processors(String what, Rounds<Costed> rounds, String floored) {
    return List.of(
        rounds.measure(what + ": processors", "µs", floored, Costed::micros),
        rounds.measure(what + ": PostgreSQL", "µs", floored, Costed::postgresMicros),
        rounds.measure(what + ": the load", "µs", floored, Costed::loadMicros));
  }

  private List<Measurement> paced() throws Exception {
    OpenLoop pace = new OpenLoop(vertx, PACE, MOST_UNDER_WAY);
    Rounds<Costed> rounds =
        rounds(
            () -> pace.round(() -> calls.placeAndCapture(any()), ROUND),
            () -> pace.round(floor::updateTwice, FLOOR_ROUND));
    return List.of(
        rounds.measure("hold + capture: p50", "ms", PACED_FLOOR, Costed::p50),
        rounds.measure("hold + capture: p99", "ms", PACED_FLOOR, Costed::p99));
  }

  private Rounds<Costed> rounds(Callable<Result> candidate, Callable<Result> floor)
      throws Exception {
    return Rounds.alternate(
        ROUNDS, () -> Costed.round(stack, candidate), () -> Costed.round(stack, floor));
  }

  private Result holds(Work work) {
    return connections().round(work, ROUND);
  }

  private Result floors(Work work) {
    return new ClosedLoop(vertx, PostgresFloor.CLIENTS).round(work, FLOOR_ROUND);
  }

  private ClosedLoop connections() {
    return new ClosedLoop(vertx, CONNECTIONS);
  }

  private Future<Integer> holdOnHotAccount() {
    return calls.place(1, accounts::getFirst);
  }

  private Future<Integer> hundredHolds() {
    return calls.place(BATCH, accounts::getFirst);
  }

  private Future<Integer> holdOnAnyAccount() {
    return calls.place(1, this::any);
  }

  private String any() {
    return accounts.get(1 + ThreadLocalRandom.current().nextInt(ACCOUNTS));
  }
}
