package dev.countinghouse.caller;

import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request below {@code /v1} or {@code /internal} through when its internal token is valid
 * and the route table admits the caller. It reads the same normalized path that the framework
 * routes by, so that no spelling of a path is checked as one thing and served as another.
 */
public class CallerFilter {

  private static final String BEARER = "Bearer ";

  private final InternalTokens tokens;
  private final CurrentCaller current;
  private final VerificationSettings settings;

  CallerFilter(InternalTokens tokens, CurrentCaller current, VerificationSettings settings) {
    this.tokens = tokens;
    this.current = current;
    this.settings = settings;
  }

  /** Before a resource is looked for: a stranger learns nothing of which paths exist. */
  @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
  public void admit(RoutingContext request) {
    String path = request.normalizedPath();
    if (!settings.verify() || !Admission.isGuarded(path)) {
      return;
    }
    Caller caller = verified(request.request().getHeader("Authorization"));
    Admission.refusal(caller, request.request().method().name(), path)
        .ifPresent(CallerFilter::refuse);
    current.set(caller);
  }

  /** After one was found: it must be in the table, or nobody has checked who may call it. */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  public void hold(RoutingContext request) {
    String path = request.normalizedPath();
    if (settings.verify() && !Admission.isKnown(request.request().method().name(), path)) {
      refuse(Problem.of(404, "path.unknown", "There is nothing at this path."));
    }
  }

  private Caller verified(@Nullable String authorization) {
    if (authorization == null || authorization.isBlank()) {
      throw new ProblemException(
          Problem.of(401, "auth.missing", "This call needs a bearer token."));
    }
    boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    try {
      return tokens.verify(bearer ? authorization.substring(BEARER.length()).strip() : "");
    } catch (InvalidToken invalid) {
      throw new ProblemException(
          Problem.of(401, "auth.invalid-token", "The bearer token is not valid."));
    }
  }

  private static void refuse(Problem problem) {
    throw new ProblemException(problem);
  }
}
