package dev.countinghouse.gateway.testing;

import dev.countinghouse.contracts.ServiceName;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server in a service's place. It answers with what reached it; the header {@code X-Test} makes
 * it misbehave. As subscription it also tells memberships and API keys.
 */
final class EchoService {

  private final Vertx vertx;
  private final ServiceName name;
  private final Map<String, JsonArray> memberships;
  private final Map<String, JsonObject> apiKeys;
  private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
  private @Nullable HttpServer server;
  private int port;

  EchoService(
      Vertx vertx,
      ServiceName name,
      Map<String, JsonArray> memberships,
      Map<String, JsonObject> apiKeys) {
    this.vertx = vertx;
    this.name = name;
    this.memberships = memberships;
    this.apiKeys = apiKeys;
  }

  int port() {
    return port;
  }

  /** Listens, on the port of the last time if there was one. */
  void up() throws Exception {
    HttpServer listening = vertx.createHttpServer().requestHandler(this::handle);
    server = await(listening.listen(port, "localhost").toCompletionStage());
    port = server.actualPort();
  }

  void down() throws Exception {
    await(Objects.requireNonNull(server).close().toCompletionStage());
  }

  private static <T> T await(java.util.concurrent.CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private void handle(HttpServerRequest request) {
    String path = request.path();
    if (path.equals("/internal/memberships")) {
      String subject = request.getParam("subject");
      seen("memberships of " + subject);
      json(request, memberships.getOrDefault(subject, new JsonArray()).encode());
    } else if (path.startsWith("/internal/api-keys/")) {
      apiKey(request, path.substring("/internal/api-keys/".length()));
    } else if (path.equals("/q/openapi")) {
      json(request, ServiceOpenApi.of(name).encode());
    } else if (path.startsWith("/seen/")) {
      json(request, Integer.toString(count(path.substring("/seen/".length()))));
    } else {
      request.body().onSuccess(body -> misbehaveOrEcho(request, body));
    }
  }

  private void apiKey(HttpServerRequest request, String hash) {
    seen("key " + hash);
    JsonObject key = apiKeys.get(hash);
    if (key == null) {
      request.response().setStatusCode(404).end("{\"code\":\"api-key.unknown\"}");
    } else {
      json(request, key.encode());
    }
  }

  private void misbehaveOrEcho(HttpServerRequest request, Buffer body) {
    seen(Objects.requireNonNullElse(request.getHeader("X-Test-Name"), "unnamed"));
    HttpServerResponse response = request.response();
    switch (Objects.requireNonNullElse(request.getHeader("X-Test"), "echo")) {
      case "hang" -> {}
      case "slow" -> vertx.setTimer(1_500, timer -> json(request, echo(request, body)));
      case "close" -> request.connection().close();
      case "half" -> {
        response.putHeader("Content-Length", "1000").write("half of it");
        vertx.setTimer(100, timer -> request.connection().close());
      }
      case "headers" -> answerWithHeaders(request);
      case "fail" -> json(response.setStatusCode(500), "{\"code\":\"internal.error\"}");
      default -> json(response, echo(request, body));
    }
  }

  private void answerWithHeaders(HttpServerRequest request) {
    request
        .response()
        .setStatusCode(201)
        .putHeader("Location", "http://localhost:" + port + "/v1/channels/ch_new")
        .putHeader("Connection", "X-Hop")
        .putHeader("X-Hop", "of this connection")
        .putHeader("Keep-Alive", "timeout=5")
        .putHeader("Server", "a service")
        .putHeader("X-Frame-Options", "ALLOWALL")
        .putHeader("X-Request-Id", "the-service-says")
        .putHeader("Idempotency-Replayed", "true")
        .end("{}");
  }

  private String echo(HttpServerRequest request, Buffer body) {
    JsonObject headers = new JsonObject();
    // A header that came twice shows twice.
    for (String header : request.headers().names()) {
      String all = String.join(" AND ", request.headers().getAll(header));
      headers.put(header.toLowerCase(Locale.ROOT), all);
    }
    return new JsonObject()
        .put("service", name.id())
        .put("method", request.method().name())
        .put("uri", request.uri())
        .put("headers", headers)
        .put("length", body.length())
        .put("body", body.length() > 1_000 ? "long" : body.toString())
        .encode();
  }

  private static void json(HttpServerRequest request, String text) {
    json(request.response(), text);
  }

  private static void json(HttpServerResponse response, String text) {
    response.putHeader("Content-Type", "application/json").end(text);
  }

  private void seen(String what) {
    seen.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
  }

  private int count(String what) {
    return seen.getOrDefault(what.replace("%20", " "), new AtomicInteger()).get();
  }
}
