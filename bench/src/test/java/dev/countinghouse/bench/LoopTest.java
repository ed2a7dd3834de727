package dev.countinghouse.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoopTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(2);

  private final Vertx vertx = EventLoop.open();

  @AfterEach
  void close() {
    EventLoop.close(vertx);
  }

  @Test
  @DisplayName("every answer is counted and timed, also tens of thousands on one connection")
  void counts() throws Exception {
    try (Http http = new Http(vertx, 1)) {
      Result result = new ClosedLoop(vertx, 1).round(read(http, server(200)), LONG);

      assertThat(result.perSecond()).isPositive();
      assertThat(result.millis(50)).isPositive();
    }
  }

  @Test
  @DisplayName("An answer that is not the expected one ends the benchmark")
  void refused() throws Exception {
    URI refusing = server(429);
    try (Http http = new Http(vertx, 2)) {
      ClosedLoop loop = new ClosedLoop(vertx, 2);
      assertThatThrownBy(() -> loop.round(read(http, refusing), SHORT))
          .hasMessageContaining("answer 429");
    }
  }

  @Test
  @DisplayName("an open loop keeps its pace and times a piece from when it was to begin")
  void paced() {
    // Given
    Work ofTenMillis = () -> vertx.timer(10).map(1);

    // When
    Result result = new OpenLoop(vertx, 100, 10).round(ofTenMillis, LONG);

    // Then
    assertThat(result.nanos().getTotalCount()).isBetween(195L, 201L);
    assertThat(result.millis(50)).isBetween(9.0, 50.0);
  }

  @Test
  @DisplayName("a pace that cannot be kept ends the benchmark")
  void tooMuch() {
    Work never = () -> Future.future(promise -> {});

    assertThatThrownBy(() -> new OpenLoop(vertx, 1_000, 5).round(never, SHORT))
        .hasMessageContaining("too much");
  }

  private static Work read(Http http, URI target) {
    return () -> http.send(Http.call(HttpMethod.GET, target, Map.of())).map(1);
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
