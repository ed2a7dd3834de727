package dev.countinghouse.bench;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The PU ledger over HTTP against single statements on the same PostgreSQL: what a whole hold
 * (token, JSON, decision, account, lot, hold, journal) costs beside the least that is possible.
 */
final class PrepaidLedger implements Benchmark {

  private final Path root;
  private final String name;
  private final Set<PrepaidPart> parts;

  private PrepaidLedger(Path root, String name, Set<PrepaidPart> parts) {
    this.root = root;
    this.name = name;
    this.parts = EnumSet.copyOf(parts);
  }

  /** The whole of it, and each part by itself. */
  static List<Benchmark> of(Path root) {
    Set<PrepaidPart> every = EnumSet.allOf(PrepaidPart.class);
    return Stream.concat(
            Stream.of(new PrepaidLedger(root, "prepaid", every)),
            every.stream().map(part -> new PrepaidLedger(root, part.benchmark(), Set.of(part))))
        .<Benchmark>map(benchmark -> benchmark)
        .toList();
  }

  @Override
  public String name() {
    return name;
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

  private List<Measurement> measure(PrepaidStack stack, Vertx vertx) throws Exception {
    try (PostgresFloor floor = PostgresFloor.open(vertx, stack.postgres());
        Http http = new Http(vertx, PrepaidRounds.CONNECTIONS);
        Books books = stack.books()) {
      if (!floor.fsync().equals("on")) {
        throw new IllegalStateException("fsync is off; nothing measured so would hold");
      }
      System.err.println("  fsync is on");
      List<String> accounts = stack.fundedChannels(1 + PrepaidRounds.ACCOUNTS);
      HoldCalls calls = stack.calls(http);
      List<Measurement> measured = new ArrayList<>();
      measured.addAll(new PrepaidRounds(vertx, stack, floor, calls, accounts).run(parts));
      books.check(calls.placed(), calls.captured());
      if (parts.contains(PrepaidPart.WINDOWS)) {
        measured.addAll(new WindowClosing(stack, accounts).run());
      }
      return List.copyOf(measured);
    }
  }
}
