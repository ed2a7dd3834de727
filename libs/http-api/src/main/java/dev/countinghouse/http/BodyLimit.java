package dev.countinghouse.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says in a problem document what the framework would say with an empty 413: the body is larger
 * than {@code quarkus.http.limits.max-body-size}. A body that comes in chunks, without its length,
 * is read here up to the limit, before the framework would.
 */
@ApplicationScoped
public class BodyLimit {

  private static final int TOO_LARGE = 413;

  /** Before the framework's own limit, after nothing that reads. */
  private static final int PRIORITY = 1_000;

  private final ProblemDocuments documents;
  private final long limit;
  private final boolean readsChunks;
  private final BodyHandler reader;

  BodyLimit(
      ProblemDocuments documents,
      BodySettings settings,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> limit) {
    this.documents = documents;
    this.limit = limit.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    this.readsChunks = settings.readChunks();
    this.reader = BodyHandler.create(false).setBodyLimit(this.limit);
  }

  static Problem tooLarge() {
    return Problem.of(TOO_LARGE, "body.too-large", "The body is larger than this service reads.");
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  void registerFailure(@Observes Router router) {
    router.route().order(-PRIORITY).failureHandler(this::explain);
  }

  private void check(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean chunked = request.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    if (length != null && Long.parseLong(length) > limit) {
      refuse(request);
    } else if (length == null && chunked && readsChunks) {
      reader.handle(request);
    } else {
      request.next();
    }
  }

  private void explain(RoutingContext failed) {
    if (failed.statusCode() == TOO_LARGE && !failed.response().ended()) {
      refuse(failed);
    } else {
      failed.next();
    }
  }

  private void refuse(RoutingContext request) {
    request
        .response()
        .setStatusCode(TOO_LARGE)
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocuments.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(documents.text(tooLarge().with("maxBytes", limit)));
  }
}
