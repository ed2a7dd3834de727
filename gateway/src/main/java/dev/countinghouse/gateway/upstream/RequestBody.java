package dev.countinghouse.gateway.upstream;

import dev.countinghouse.gateway.refusal.Refusal;
import dev.countinghouse.gateway.refusal.Verdict;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.Body;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A request's body within its limit. */
public final class RequestBody {

  private RequestBody() {}

  /** Refuses a body whose announced length is above {@code limit} bytes, before anything else. */
  public static Verdict<HttpServerRequest> announced(HttpServerRequest request, long limit) {
    String length = request.getHeader("Content-Length");
    return length != null && exceeds(length, limit)
        ? Verdict.refused(Refusal.bodyTooLarge(limit))
        : Verdict.passed(request);
  }

  /**
   * The body to send on: the stream itself, or what was read where no length was announced; empty
   * when nothing came.
   */
  static Uni<Verdict<Optional<Body>>> of(HttpServerRequest request, long limit) {
    if (request.isEnded()) { // with HTTP/2 the head may have been all
      return Uni.createFrom().item(Verdict.passed(Optional.empty()));
    }
    String length = request.getHeader("Content-Length");
    if (length != null) {
      return passed(Body.body(request, Long.parseLong(length)));
    }
    return hasBody(request) ? read(request, limit) : passed(Body.body(request, -1));
  }

  private static boolean hasBody(HttpServerRequest request) {
    return request.getHeader("Transfer-Encoding") != null
        || request.version() == HttpVersion.HTTP_2;
  }

  private static Uni<Verdict<Optional<Body>>> read(HttpServerRequest request, long limit) {
    Reading reading = new Reading(limit);
    request.handler(piece -> reading.add(piece));
    request.exceptionHandler(reading.done::completeExceptionally);
    request.endHandler(end -> reading.end());
    request.resume();
    return Uni.createFrom()
        .completionStage(reading.done)
        .onFailure()
        .transform(gone -> new UpstreamFailure(UpstreamFailure.Kind.CLIENT_GONE, gone));
  }

  private static Uni<Verdict<Optional<Body>>> passed(Body body) {
    return Uni.createFrom().item(Verdict.passed(Optional.of(body)));
  }

  private static boolean exceeds(String length, long limit) {
    // More digits than a long has is too large as well; the server refuses what is no number.
    return length.length() > 18 || Long.parseLong(length) > limit;
  }

  /** A body that comes in pieces. */
  private static final class Reading {
    private final long limit;
    private final CompletableFuture<Verdict<Optional<Body>>> done = new CompletableFuture<>();
    private @Nullable Buffer read = Buffer.buffer();

    Reading(long limit) {
      this.limit = limit;
    }

    void add(Buffer piece) {
      Buffer soFar = read;
      if (soFar == null) {
        return; // refused already; what still comes is let pass
      }
      if (soFar.length() + (long) piece.length() > limit) {
        read = null;
        done.complete(Verdict.refused(Refusal.bodyTooLarge(limit)));
      } else {
        soFar.appendBuffer(piece);
      }
    }

    void end() {
      Buffer whole = read;
      if (whole != null) {
        done.complete(
            Verdict.passed(Optional.of(whole).filter(b -> b.length() > 0).map(Body::body)));
      }
    }
  }
}
