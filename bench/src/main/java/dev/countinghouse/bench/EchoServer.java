package dev.countinghouse.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * The floor: a bare Vert.x server with one and the same answer to everything. A program of its own.
 */
public final class EchoServer {

  private static final Buffer ANSWER =
      Buffer.buffer(
          "{\"id\":\"ch_00000000000000000000000000\",\"name\":\"Echo\",\"timeZone\":\"Asia/Seoul\"}");

  private EchoServer() {}

  /**
   * @param arguments the port
   */
  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2))
        .createHttpServer()
        .requestHandler(request -> answer(request.response()))
        .listen(port, "127.0.0.1")
        .onFailure(EchoServer::fail);
  }

  private static void answer(HttpServerResponse response) {
    response.putHeader("content-type", "application/json").end(ANSWER);
  }

  private static void fail(Throwable failure) {
    failure.printStackTrace();
    System.exit(1);
  }
}
