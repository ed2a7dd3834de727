package dev.countinghouse.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(2);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  @DisplayName("every answer is counted and timed, also tens of thousands on one connection")
  void counts() throws Exception {
    try (Load load = new Load(vertx, 1)) {
      Load.Result result = load.round(server(200), Map.of(), LONG);

      assertThat(result.perSecond()).isPositive();
      assertThat(result.millis(50)).isPositive();
    }
  }

  @Test
  @DisplayName("An answer that is not the expected one ends the benchmark")
  void refused() throws Exception {
    URI refusing = server(429);
    try (Load load = new Load(vertx, 2)) {
      assertThatThrownBy(() -> load.round(refusing, Map.of(), SHORT))
          .hasMessageContaining("answer 429");
    }
  }

  private URI server(int status) throws Exception {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().setStatusCode(status).end("echo"))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }
}
