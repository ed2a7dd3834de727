package dev.countinghouse.gateway.testing;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.localstack.Ports;
import dev.countinghouse.localstack.RedisServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts what stands around the gateway; {@link Control} changes it while a test runs. */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, JsonArray> memberships = new ConcurrentHashMap<>();
  private final Map<String, JsonObject> apiKeys = new ConcurrentHashMap<>();
  private final Map<ServiceName, EchoService> services = new EnumMap<>(ServiceName.class);
  private final Path directory = temporary();
  private final int redisPort = new Ports(line -> {}).any();
  private @Nullable RedisServer redis;

  @Override
  public Map<String, String> start() {
    try {
      return started();
    } catch (Exception failed) {
      throw new IllegalStateException("the gateway's surroundings did not start", failed);
    }
  }

  private Map<String, String> started() throws Exception {
    Map<String, String> settings = new HashMap<>();
    for (ServiceName name : ServiceName.values()) {
      EchoService service = new EchoService(vertx, name, memberships, apiKeys);
      service.up();
      services.put(name, service);
      settings.put("quarkus.rest-client." + name.id() + ".url", url(service.port()));
    }
    redisUp();
    settings.put("quarkus.redis.hosts", "redis://localhost:" + redisPort);
    settings.put("test.control", url(listen(this::control)));
    TestIssuer issuer = TestIssuer.create();
    int issuerPort = listen(issuer::handle);
    settings.put("test.issuer.private-key", issuer.privateKey());
    settings.put("test.issuer.public-key", issuer.publicKey());
    settings.put("test.issuer.url", url(issuerPort));
    settings.put("quarkus.oidc.auth-server-url", url(issuerPort));
    return settings;
  }

  private int listen(io.vertx.core.Handler<HttpServerRequest> handler) throws Exception {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(handler)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    return server.actualPort();
  }

  /** {@code PUT /members/{subject}}, {@code /keys/{hash}}, {@code /services/{id}/up|down}, … */
  private void control(HttpServerRequest request) {
    String[] path = request.path().split("/");
    request
        .body()
        .compose(
            body ->
                vertx.executeBlocking(
                    () -> {
                      change(path, body.toString());
                      return path;
                    }))
        .onSuccess(done -> request.response().end())
        .onFailure(broken -> request.response().setStatusCode(500).end(broken.toString()));
  }

  private void change(String[] path, String body) throws Exception {
    switch (path[1]) {
      case "members" -> memberships.put(path[2], new JsonArray(body));
      case "keys" -> apiKeys.put(path[2], new JsonObject(body));
      case "services" -> change(ServiceName.of(path[2]), path[3]);
      case "redis" -> changeRedis(path[2]);
      default -> throw new IllegalArgumentException(path[1]);
    }
  }

  private void change(ServiceName name, String to) throws Exception {
    EchoService service = Objects.requireNonNull(services.get(name));
    if (to.equals("up")) {
      service.up();
    } else {
      service.down();
    }
  }

  private void changeRedis(String to) {
    if (to.equals("up")) {
      redisUp();
    } else {
      redisDown();
    }
  }

  private void redisUp() {
    redis = RedisServer.start(directory, redisPort);
  }

  private void redisDown() {
    RedisServer running = redis;
    if (running != null) {
      running.close();
      redis = null;
    }
  }

  @Override
  public void stop() {
    redisDown();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static String url(int port) {
    return "http://localhost:" + port;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("gateway-test");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
