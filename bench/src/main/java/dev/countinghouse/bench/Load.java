package dev.countinghouse.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;

/**
 * A closed loop of GET requests: so many connections, each with one request under way. All of it
 * runs on one event loop, so the histogram needs no lock.
 */
final class Load implements AutoCloseable {

  /**
   * What a round gave.
   *
   * @param perSecond answers in a second
   */
  record Result(double perSecond, Histogram nanos) {

    double millis(double percentile) {
      return nanos.getValueAtPercentile(percentile) / 1e6;
    }
  }

  private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();
  private static final int DIGITS = 3;

  private final Vertx vertx;
  private final HttpClient client;
  private final int connections;

  Load(Vertx vertx, int connections) {
    this.vertx = vertx;
    this.connections = connections;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setMaxPoolSize(connections).setKeepAlive(true));
  }

  /** Loads {@code target} for {@code span}; any answer but 200 is a failure of the round. */
  Result round(URI target, Map<String, String> headers, Duration span) throws Exception {
    Histogram nanos = new Histogram(LONGEST_NANOS, DIGITS);
    RequestOptions request = request(target, headers);
    Promise<Void> done = Promise.promise();
    long begin = System.nanoTime();
    vertx
        .getOrCreateContext()
        .runOnContext(go -> start(request, begin + span.toNanos(), nanos, done));
    await(done.future(), span);
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Result(nanos.getTotalCount() / seconds, nanos);
  }

  private static RequestOptions request(URI target, Map<String, String> headers) {
    RequestOptions request =
        new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(target.toString());
    headers.forEach(request::putHeader);
    return request;
  }

  private void start(RequestOptions request, long end, Histogram nanos, Promise<Void> done) {
    List<Future<Void>> loops = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      Promise<Void> ended = Promise.promise();
      loops.add(ended.future());
      new Loop(request, end, nanos, ended).next();
    }
    Future.all(loops).<Void>mapEmpty().onComplete(done);
  }

  /** One connection's requests, one after the other; not chained, for the chain would grow. */
  private final class Loop {

    private final RequestOptions request;
    private final long end;
    private final Histogram nanos;
    private final Promise<Void> ended;

    Loop(RequestOptions request, long end, Histogram nanos, Promise<Void> ended) {
      this.request = request;
      this.end = end;
      this.nanos = nanos;
      this.ended = ended;
    }

    void next() {
      long begin = System.nanoTime();
      if (begin >= end) {
        ended.complete();
        return;
      }
      client
          .request(request)
          .compose(HttpClientRequest::send)
          .compose(Load::body)
          .onSuccess(body -> count(begin))
          .onFailure(ended::tryFail);
    }

    private void count(long begin) {
      nanos.recordValue(System.nanoTime() - begin);
      next();
    }
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    return response
        .body()
        .compose(
            body ->
                response.statusCode() == 200
                    ? Future.succeededFuture(body)
                    : Future.failedFuture("answer %d: %s".formatted(response.statusCode(), body)));
  }

  private static void await(Future<Void> done, Duration span) throws Exception {
    try {
      done.toCompletionStage().toCompletableFuture().get(span.toSeconds() + 30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a round failed: " + e.getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("a round did not end", e);
    }
  }

  @Override
  public void close() throws Exception {
    client.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
