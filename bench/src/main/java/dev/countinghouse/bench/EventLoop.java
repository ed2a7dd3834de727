package dev.countinghouse.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** The one event loop of a benchmark's loads: small machines are shared with what is measured. */
final class EventLoop {

  private EventLoop() {}

  static Vertx open() {
    return Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  }

  static void close(Vertx vertx) {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
