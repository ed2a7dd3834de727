package dev.countinghouse.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Calls over kept connections; any answer but 200 is a failure. */
final class Http implements AutoCloseable {

  private final HttpClient client;

  Http(Vertx vertx, int connections) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true),
            new PoolOptions().setHttp1MaxSize(connections));
  }

  /** A call that can be made again and again. */
  static RequestOptions call(HttpMethod method, URI target, Map<String, String> headers) {
    RequestOptions call = new RequestOptions().setMethod(method).setAbsoluteURI(target.toString());
    headers.forEach(call::putHeader);
    return call;
  }

  /** Sends it without a body. */
  Future<Buffer> send(RequestOptions call) {
    return client.request(call).compose(HttpClientRequest::send).compose(Http::body);
  }

  /** Sends it with a body. */
  Future<Buffer> send(RequestOptions call, Buffer body) {
    return client.request(call).compose(request -> request.send(body)).compose(Http::body);
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    return response.body().compose(body -> expected(response.statusCode(), body));
  }

  private static Future<Buffer> expected(int status, Buffer body) {
    return status == 200
        ? Future.succeededFuture(body)
        : Future.failedFuture("answer %d: %s".formatted(status, body));
  }

  @Override
  public void close() throws Exception {
    client.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
