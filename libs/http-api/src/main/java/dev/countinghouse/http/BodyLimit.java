package dev.countinghouse.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says in a problem document what the framework would say with an empty 413: the body is larger
 * than {@code quarkus.http.limits.max-body-size}. A body that does not say its length is refused
 * too, because the framework would read it to the end before it knew.
 */
@ApplicationScoped
public class BodyLimit {

  /** Before the framework's own limit, after nothing that reads. */
  private static final int PRIORITY = 1_000;

  private final ProblemDocuments documents;
  private final long limit;

  BodyLimit(
      ProblemDocuments documents,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> limit) {
    this.documents = documents;
    this.limit = limit.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
  }

  static Problem tooLarge() {
    return Problem.of(413, "body.too-large", "The body is larger than this service reads.");
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean chunked = request.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    if (length != null && Long.parseLong(length) > limit) {
      refuse(request, tooLarge().with("maxBytes", limit));
    } else if (chunked && length == null) {
      refuse(request, Problem.of(411, "body.length-required", "Send the body's Content-Length."));
    } else {
      request.next();
    }
  }

  private void refuse(RoutingContext request, Problem problem) {
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocuments.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(documents.text(problem));
  }
}
