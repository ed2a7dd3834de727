package dev.countinghouse.gateway.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Breaking off, where an answer can no longer be given or would be taken for whole. */
public final class ClientConnections {

  private ClientConnections() {}

  /**
   * Ends the exchange so that the client notices. With HTTP/1 the connection is closed rather than
   * the response reset: a reset response never tells its handlers that it is over, and a graceful
   * shutdown would wait for it in vain.
   */
  public static void cutOff(HttpServerRequest client) {
    if (client.version() == HttpVersion.HTTP_2) {
      client.response().reset();
    } else {
      client.connection().close();
    }
  }
}
