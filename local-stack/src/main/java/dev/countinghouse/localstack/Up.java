package dev.countinghouse.localstack;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** The program behind {@code bin/up}. */
final class Up {

  private final Path root;
  private final UpOptions options;
  private final Progress progress = Progress.on(System.out);
  private final AtomicBoolean stopping = new AtomicBoolean();

  private Up(Path root, UpOptions options) {
    this.root = root;
    this.options = options;
  }

  /**
   * @param arguments as {@code bin/up -h} tells
   */
  public static void main(String[] arguments) {
    Path root = RepositoryRoot.find();
    try {
      System.exit(new Up(root, UpOptions.parse(arguments, root)).run());
    } catch (StackException e) {
      System.err.println("bin/up: " + e.getMessage());
    } catch (UncheckedIOException e) {
      System.err.println("bin/up: " + e.getMessage());
    }
    System.exit(1);
  }

  private int run() {
    DataDirectory data = new DataDirectory(options.data());
    data.requireSpace();
    if (options.fresh()) {
      data.clear();
    }
    StartCaches.train(root, progress);
    System.out.println("Starting Countinghouse");
    long begin = System.nanoTime();
    Suite suite = Suite.start(settings());
    Thread hook = new Thread(() -> stop(suite), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    watch(suite);
    UpTokens tokens = UpTokens.of(suite);
    report(suite, tokens, (System.nanoTime() - begin) / 1e9);
    return afterwards(suite, tokens);
  }

  private Suite.Settings settings() {
    return new Suite.Settings(
        root, options.data(), true, options.port(), true, false, Map.of(), progress);
  }

  private void report(Suite suite, UpTokens tokens, double seconds) {
    UpReport report = UpReport.of(suite, tokens, options.data());
    report.write(options.data().resolve("up.json"));
    System.out.printf(Locale.ROOT, "%nCountinghouse is up (%.1f s)%n%n", seconds);
    System.out.println(report.forTerminal());
    System.out.println();
  }

  private int afterwards(Suite suite, UpTokens tokens) {
    int status = options.demo() ? Demo.play(root, tokens.environment(suite)) : 0;
    if (options.demo()) {
      Memory memory = suite.rss();
      progress.say(
          "the five services hold %d MB (%d MB with shared pages counted by share)"
              .formatted(memory.residentKilobytes() >> 10, memory.proportionalKilobytes() >> 10));
    }
    if (options.once()) {
      stop(suite);
      return status;
    }
    System.out.println("Ctrl-C stops everything; the data stays.");
    return new CompletableFuture<Integer>().join(); // until a signal comes
  }

  /** What ends by itself is told; the others go on, as they would in a cluster. */
  private void watch(Suite suite) {
    suite.servers().onExit(this::tellEnd);
    for (SuiteService service : SuiteService.values()) {
      suite
          .onExit(service)
          .thenAccept(ended -> tellEnd(ended.module(), suite.log(ended)))
          .exceptionally(e -> null);
    }
  }

  private void tellEnd(String name, Path log) {
    if (!stopping.get()) {
      System.err.printf("bin/up: %s has ended; see %s%n", name, log);
    }
  }

  /** Once, whoever asks first: the end of the program or a signal. */
  private synchronized void stop(Suite suite) {
    if (stopping.compareAndSet(false, true)) {
      System.out.println("\nStopping");
      suite.close();
      System.out.println("Stopped; the data lies in " + options.data());
    }
  }
}
