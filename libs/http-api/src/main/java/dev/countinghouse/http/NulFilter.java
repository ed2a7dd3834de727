package dev.countinghouse.http;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses with a NUL: nothing is named with one, and the database takes none. */
public class NulFilter {

  private static final String NUL = "%00";

  /** In front of whoever looks anything up by a part of the address. */
  @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION - 1)
  public void check(ContainerRequestContext request) {
    URI uri = request.getUriInfo().getRequestUri();
    if (uri.getRawPath().contains(NUL)) {
      throw new ProblemException(FrameworkProblems.unknownPath());
    }
    if (Optional.ofNullable(uri.getRawQuery()).orElse("").contains(NUL)) {
      throw new ProblemException(
          Problem.of(400, "parameter.invalid", "A parameter holds a character that no name has."));
    }
  }
}
