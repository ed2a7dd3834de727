package dev.countinghouse.bench;

import dev.countinghouse.localstack.ChildProgram;
import dev.countinghouse.localstack.Directories;
import dev.countinghouse.localstack.Ports;
import dev.countinghouse.localstack.Progress;
import dev.countinghouse.localstack.Suite;
import dev.countinghouse.localstack.SuiteService;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the gateway adds to a read: token, role, rate limit, internal token and proxying. The
 * gateway is the packaged one with all its checks; behind it stands, in the place of
 * subscription-service, the very server that is the floor.
 */
final class GatewayEcho implements Benchmark {

  private static final String FLOOR = "bare Vert.x server";
  private static final int CONNECTIONS = 32;
  private static final int ROUNDS = 5;
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration ROUND = Duration.ofSeconds(4);
  private static final String PATH = "/v1/channels/ch_01890a5d-ac96-774b-bcce-b302099a8057";

  private final Path root;

  GatewayEcho(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "gateway-echo";
  }

  @Override
  public List<Measurement> run() throws Exception {
    Path directory = Files.createTempDirectory("countinghouse-bench-");
    int port = new Ports(Progress.silent()).any();
    URI echo = URI.create("http://127.0.0.1:" + port);
    try (ChildProgram server = ChildProgram.start(EchoServer.class, directory, "" + port);
        Suite suite = Suite.start(settings(directory, echo))) {
      server.awaitPort(port);
      return measure(suite, echo);
    } finally {
      Directories.remove(directory);
    }
  }

  private Suite.Settings settings(Path directory, URI echo) {
    Map<String, String> environment =
        Map.of(
            "QUARKUS_REST_CLIENT_SUBSCRIPTION_URL",
            echo.toString(),
            "COUNTINGHOUSE_GATEWAY_RATE_LIMIT_REQUESTS",
            "100000000");
    return new Suite.Settings(
            root, directory, false, 0, true, false, environment, Progress.on(System.err))
        .only(Set.of(SuiteService.GATEWAY));
  }

  private static List<Measurement> measure(Suite suite, URI echo) throws Exception {
    Map<String, String> token =
        Map.of("Authorization", "Bearer " + suite.token("operator@example.test", "OPERATOR"));
    URI through = suite.gateway().resolve(PATH);
    URI direct = echo.resolve(PATH);
    Vertx vertx = EventLoop.open();
    try (Http http = new Http(vertx, CONNECTIONS)) {
      ClosedLoop load = new ClosedLoop(vertx, CONNECTIONS);
      Work candidate = read(http, through, token);
      Work floor = read(http, direct, token);
      load.round(candidate, WARM_UP);
      load.round(floor, WARM_UP);
      Rounds<Result> rounds =
          Rounds.alternate(
              ROUNDS, () -> load.round(candidate, ROUND), () -> load.round(floor, ROUND));
      return figures(rounds);
    } finally {
      EventLoop.close(vertx);
    }
  }

  private static Work read(Http http, URI target, Map<String, String> headers) {
    RequestOptions call = Http.call(HttpMethod.GET, target, headers);
    return () -> http.send(call).map(1);
  }

  private static List<Measurement> figures(Rounds<Result> rounds) {
    return List.of(
        rounds.measure("throughput", "1/s", FLOOR, Result::perSecond),
        rounds.measure("latency p50", "ms", FLOOR, result -> result.millis(50)),
        rounds.measure("latency p99", "ms", FLOOR, result -> result.millis(99)));
  }
}
