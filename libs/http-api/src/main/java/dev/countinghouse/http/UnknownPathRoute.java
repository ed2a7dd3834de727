package dev.countinghouse.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers what no route of the program answers. */
@ApplicationScoped
public class UnknownPathRoute {

  /** Quarkus REST itself is a little behind {@code ROUTE_ORDER_AFTER_DEFAULT}. */
  private static final int LAST = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 10_000;

  private final ProblemDocuments documents;

  UnknownPathRoute(ProblemDocuments documents) {
    this.documents = documents;
  }

  void register(@Observes Router router) {
    router.route().order(LAST).handler(this::answer);
  }

  private void answer(RoutingContext request) {
    Problem problem = FrameworkProblems.unknownPath();
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocuments.MEDIA_TYPE)
        .end(documents.text(problem));
  }
}
