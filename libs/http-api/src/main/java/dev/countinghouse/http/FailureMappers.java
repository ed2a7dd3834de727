package dev.countinghouse.http;

import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a request can throw into a problem document (SYS-5). */
public class FailureMappers {

  private static final Logger LOG = Logger.getLogger(FailureMappers.class);

  private final ProblemDocuments documents;

  FailureMappers(ProblemDocuments documents) {
    this.documents = documents;
  }

  @ServerExceptionMapper
  public Response refused(ProblemException refused) {
    return documents.response(refused.problem());
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException invalid, RoutingContext request) {
    return ViolationProblems.of(invalid)
        .map(documents::response)
        .orElseGet(() -> unexpected(invalid, request));
  }

  @ServerExceptionMapper
  public Response framework(WebApplicationException refused, RoutingContext request) {
    // What another service refused us is our failure, never our caller's 404.
    int status = refused.getResponse().getStatus();
    if (refused instanceof ResteasyReactiveClientProblem) {
      return PassingFailure.is(refused) ? away(refused, request) : unexpected(refused, request);
    }
    if (status < 400) {
      return refused.getResponse();
    }
    return status < 500
        ? documents.response(FrameworkProblems.of(refused, request))
        : unexpected(refused, request);
  }

  @ServerExceptionMapper
  public Response otherMethods(NotAllowedException refused, RoutingContext request) {
    Response document = documents.response(FrameworkProblems.of(refused, request));
    Set<String> allowed = AllowedMethods.at(request.normalizedPath());
    return allowed.isEmpty()
        ? document
        : Response.fromResponse(document)
            .header(HttpHeaders.ALLOW, String.join(", ", allowed))
            .build();
  }

  /**
   * A neighbour, or the database, that cannot be reached or went away in the middle of an answer:
   * nobody's bug, and it passes.
   */
  @ServerExceptionMapper({
    ProcessingException.class,
    HttpClosedException.class,
    TimeoutException.class
  })
  public Response away(Exception outage, RoutingContext request) {
    LOG.warnf(
        "%s %s: not reachable: %s",
        request.request().method(), request.normalizedPath(), outage.getMessage());
    Problem problem =
        Problem.of(503, "service.unavailable", "A part of the suite is away; send it again soon.");
    return documents.response(problem);
  }

  /** The REST client reports a connection that was cut as a plain one of these. */
  @ServerExceptionMapper
  public Response cut(IOException outage, RoutingContext request) {
    return PassingFailure.is(outage) ? away(outage, request) : unexpected(outage, request);
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable bug, RoutingContext request) {
    String id = UUID.randomUUID().toString();
    LOG.errorf(
        bug, "%s %s failed, error %s", request.request().method(), request.normalizedPath(), id);
    return documents.response(
        Problem.of(500, "internal.error", "Something went wrong on our side; the error has an id.")
            .with("errorId", id));
  }
}
