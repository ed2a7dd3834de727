package dev.countinghouse.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses with a NUL: nothing is named with one, and the database takes none. */
public class NulFilter {

  private static final String NUL = "%00";

  /**
   * In front of whoever looks anything up by a part of the address, which is looked at as it came.
   */
  @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION - 1)
  public void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (Objects.requireNonNullElse(request.path(), "").contains(NUL)) {
      throw new ProblemException(FrameworkProblems.unknownPath());
    }
    if (Objects.requireNonNullElse(request.query(), "").contains(NUL)) {
      throw new ProblemException(
          Problem.of(400, "parameter.invalid", "A parameter holds a character that no name has."));
    }
  }
}
