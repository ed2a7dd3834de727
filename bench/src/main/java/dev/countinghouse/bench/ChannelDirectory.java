package dev.countinghouse.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * Stands in the place of subscription-service, which is asked once about every channel that a
 * service meets: whatever is asked for is a live channel.
 */
final class ChannelDirectory implements AutoCloseable {

  static final String PATH = "/internal/channels/";

  private final HttpServer server;

  private ChannelDirectory(HttpServer server) {
    this.server = server;
  }

  static ChannelDirectory open(Vertx vertx) throws Exception {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(ChannelDirectory::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    return new ChannelDirectory(server);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  private static void answer(HttpServerRequest request) {
    if (request.path().startsWith(PATH)) {
      JsonObject channel = channel(request.path().substring(PATH.length()));
      request.response().putHeader("Content-Type", "application/json").end(channel.encode());
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  private static JsonObject channel(String id) {
    return new JsonObject()
        .put("id", id)
        .put("timeZone", "Asia/Seoul")
        .put("currency", "USD")
        .put("country", "KR")
        .put("priceBook", "mau-2023")
        .put("priceBookVersion", 1)
        .put("sandbox", false)
        .putNull("testClockNow");
  }

  @Override
  public void close() throws Exception {
    server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
