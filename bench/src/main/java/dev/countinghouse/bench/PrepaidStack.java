package dev.countinghouse.bench;

import dev.countinghouse.localstack.Directories;
import dev.countinghouse.localstack.Memory;
import dev.countinghouse.localstack.PostgresServer;
import dev.countinghouse.localstack.Progress;
import dev.countinghouse.localstack.Suite;
import dev.countinghouse.localstack.SuiteService;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The packaged prepaid-service with a PostgreSQL whose commits wait for the disk, a broker, and a
 * directory of channels in the place of subscription-service.
 */
final class PrepaidStack implements AutoCloseable {

  private static final String SECRET = "only-for-a-benchmark-0123456789-abcdefghij";

  private final Path directory;
  private final ChannelDirectory channels;
  private final Suite suite;

  private PrepaidStack(Path directory, ChannelDirectory channels, Suite suite) {
    this.directory = directory;
    this.channels = channels;
    this.suite = suite;
  }

  /**
   * Starts it.
   *
   * @param more settings of the service
   */
  static PrepaidStack start(Path root, Vertx vertx, Map<String, String> more) throws Exception {
    Path directory = Files.createTempDirectory("countinghouse-bench-");
    ChannelDirectory channels = ChannelDirectory.open(vertx);
    try {
      Suite suite = Suite.start(settings(root, directory, channels.url(), more));
      return new PrepaidStack(directory, channels, suite);
    } catch (RuntimeException e) {
      channels.close();
      throw e;
    }
  }

  private static Suite.Settings settings(
      Path root, Path directory, URI channels, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("QUARKUS_REST_CLIENT_SUBSCRIPTION_URL", channels.toString());
    environment.put("COUNTINGHOUSE_INTERNAL_TOKEN_SECRET", SECRET);
    Progress progress = Progress.on(System.err);
    return new Suite.Settings(root, directory, false, 0, true, false, environment, progress)
        .only(Set.of(SuiteService.PREPAID));
  }

  /** New live channels with more points than can be spent. */
  List<String> fundedChannels(int count) throws Exception {
    long begin = System.nanoTime();
    try (Books books = books();
        Grants grants = new Grants(suite.servers().kafka().bootstrap())) {
      List<String> funded = IntStream.range(0, count).mapToObj(one -> grants.start()).toList();
      grants.await();
      books.awaitGrants(count);
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.err.printf(Locale.ROOT, "  %d channels have points (%.1f s)%n", count, seconds);
      return funded;
    }
  }

  Books books() throws Exception {
    return new Books(postgres());
  }

  HoldCalls calls(Http http) {
    return new HoldCalls(http, suite.url(SuiteService.PREPAID), ServiceToken.signedWith(SECRET));
  }

  PostgresServer postgres() {
    return suite.servers().postgres();
  }

  /** The process of the service. */
  long pid() {
    return suite.pid(SuiteService.PREPAID);
  }

  /** What the service holds in memory now. */
  Memory memory() {
    return suite.rss(SuiteService.PREPAID);
  }

  @Override
  public void close() throws Exception {
    suite.close();
    channels.close();
    Directories.remove(directory);
  }
}
