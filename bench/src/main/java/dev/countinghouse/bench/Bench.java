package dev.countinghouse.bench;

import dev.countinghouse.localstack.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program behind {@code bin/bench}. */
final class Bench {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private Bench() {}

  /**
   * @param arguments names of benchmarks
   */
  public static void main(String[] arguments) {
    Path root = Path.of(System.getProperty("countinghouse.root", "")).toAbsolutePath();
    Map<String, Benchmark> known = known(root);
    for (String name : arguments) {
      if (!known.containsKey(name)) {
        fail(
            "there is no benchmark %s; there are: %s"
                .formatted(name, String.join(", ", known.keySet())));
      }
    }
    List.of(arguments).stream().map(known::get).forEach(benchmark -> run(benchmark, root));
    System.exit(0);
  }

  private static Map<String, Benchmark> known(Path root) {
    Map<String, Benchmark> known = new LinkedHashMap<>();
    Stream.concat(Stream.of(new GatewayEcho(root)), PrepaidLedger.of(root).stream())
        .forEach(benchmark -> known.put(benchmark.name(), benchmark));
    return known;
  }

  private static void run(Benchmark benchmark, Path root) {
    CompletableFuture<Void> timer = new CompletableFuture<>();
    CompletableFuture<Void> bound =
        timer
            .orTimeout(LIMIT.toMinutes(), TimeUnit.MINUTES)
            .whenComplete((none, late) -> failIf(late, benchmark.name() + " takes too long"));
    try {
      System.out.println("Measuring " + benchmark.name());
      Report report = new Report(benchmark.name(), benchmark.run());
      System.out.printf("%n%s%n%n", report.table());
      System.out.println("Written to " + report.write(root.resolve("bench").resolve("target")));
    } catch (StackException | IllegalStateException e) {
      fail(benchmark.name() + ": " + e.getMessage());
    } catch (Exception e) {
      fail(benchmark.name() + ": " + e);
    }
    timer.complete(null);
    bound.join();
  }

  private static void failIf(Throwable late, String sentence) {
    if (late != null) {
      fail(sentence);
    }
  }

  private static void fail(String sentence) {
    System.err.println("bin/bench: " + sentence);
    System.exit(1);
  }
}
