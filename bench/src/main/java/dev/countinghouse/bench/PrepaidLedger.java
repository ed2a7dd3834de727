package dev.countinghouse.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The PU ledger over HTTP against single statements on the same PostgreSQL: what a whole hold
 * (token, JSON, decision, account, lot, hold, journal) costs beside the least that is possible.
 */
final class PrepaidLedger implements Benchmark {

  private static final int CONNECTIONS = 32;
  private static final int BATCH = 100;
  private static final int ACCOUNTS = 10_000;
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

  private final Path root;

  PrepaidLedger(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "prepaid";
  }

  @Override
  public List<Measurement> run() throws Exception {
    Vertx vertx = EventLoop.open();
    try (PrepaidStack stack = PrepaidStack.start(root, vertx, Map.of())) {
      return measure(stack, vertx);
    } finally {
      EventLoop.close(vertx);
    }
  }

  private static List<Measurement> measure(PrepaidStack stack, Vertx vertx) throws Exception {
    try (PostgresFloor floor = PostgresFloor.open(vertx, stack.postgres());
        Http http = new Http(vertx, CONNECTIONS);
        Books books = stack.books()) {
      System.err.println("  fsync is " + floor.fsync());
      List<String> accounts = stack.fundedChannels(1 + ACCOUNTS);
      HoldCalls calls = stack.calls(http);
      List<Measurement> measured = new ArrayList<>();
      measured.addAll(new Session(vertx, stack, floor, calls, accounts).run());
      books.check(calls.placed(), calls.captured());
      measured.addAll(new WindowClosing(stack, accounts).run());
      return List.copyOf(measured);
    }
  }

  /** The rounds, on a stack that is up and accounts that have points; the first is the hot one. */
  private record Session(
      Vertx vertx,
      PrepaidStack stack,
      PostgresFloor floor,
      HoldCalls calls,
      List<String> accounts) {

    List<Measurement> run() throws Exception {
      warmUp();
      List<Measurement> all = new ArrayList<>();
      all.addAll(oneByOne());
      all.addAll(batches());
      all.addAll(spread());
      all.addAll(paced());
      return all;
    }

    private void warmUp() {
      floors(floor::updateHotRow);
      floors(floor::insert);
      connections().round(this::holdOnHotAccount, WARM_UP);
      connections().round(this::holdOnAnyAccount, WARM_UP);
    }

    private List<Measurement> oneByOne() throws Exception {
      Rounds<Costed> rounds =
          rounds(() -> holds(this::holdOnHotAccount), () -> floors(floor::updateHotRow));
      String floored = PostgresFloor.HOT_ROW;
      return List.of(
          rounds.measure("one account: holds", "1/s", floored, Costed::perSecond),
          rounds.measure("one account: p50", "ms", floored, Costed::p50),
          rounds.measure("one account: p99", "ms", floored, Costed::p99),
          rounds.measure("one account: processors", "µs", floored, Costed::micros));
    }

    private List<Measurement> batches() throws Exception {
      Rounds<Costed> rounds =
          rounds(() -> holds(this::hundredHolds), () -> floors(floor::updateHotRow));
      String floored = PostgresFloor.HOT_ROW;
      return List.of(
          rounds.measure("in hundreds: holds", "1/s", floored, Costed::perSecond),
          rounds.measure("in hundreds: processors", "µs", floored, Costed::micros));
    }

    private List<Measurement> spread() throws Exception {
      Rounds<Costed> rounds =
          rounds(() -> holds(this::holdOnAnyAccount), () -> floors(floor::insert));
      String floored = PostgresFloor.INSERTS;
      return List.of(
          rounds.measure("10,000 accounts: holds", "1/s", floored, Costed::perSecond),
          rounds.measure("10,000 accounts: p99", "ms", floored, Costed::p99),
          rounds.measure("10,000 accounts: processors", "µs", floored, Costed::micros));
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
}
