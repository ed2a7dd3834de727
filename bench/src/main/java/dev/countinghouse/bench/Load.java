package dev.countinghouse.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
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
import java.util.function.Supplier;
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
      loops.add(loop(request, end, nanos));
    }
    Future.all(loops).<Void>mapEmpty().onComplete(done);
  }

  private Future<Void> loop(RequestOptions request, long end, Histogram nanos) {
    long begin = System.nanoTime();
    if (begin >= end) {
      return Future.succeededFuture();
    }
    return client
        .request(request)
        .compose(out -> out.send())
        .compose(Load::body)
        .compose(body -> counted(begin, nanos, () -> loop(request, end, nanos)));
  }

  private static Future<Void> counted(long begin, Histogram nanos, Supplier<Future<Void>> next) {
    nanos.recordValue(System.nanoTime() - begin);
    return next.get();
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
