package dev.countinghouse.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Quarkus REST itself refuses, as problems. */
final class FrameworkProblems {

  private FrameworkProblems() {}

  static Problem of(WebApplicationException refused, RoutingContext request) {
    return switch (refused.getResponse().getStatus()) {
      // Quarkus REST answers 404 to a parameter that does not parse; only the cause tells it apart.
      case 404 ->
          refused.getCause() == null ? unknownPath() : parameter(refused.getCause(), request);
      case 400 ->
          refused.getCause() == null ? badRequest() : parameter(refused.getCause(), request);
      case 401 -> Problem.of(401, "auth.missing", "This call needs a bearer token.");
      case 403 -> Problem.of(403, "auth.forbidden", "Your role does not allow this call.");
      case 405 ->
          Problem.of(405, "method.not-allowed", "The path exists, but not with this method.");
      case 406 ->
          Problem.of(406, "answer.media-type", "None of the media types in Accept is available.");
      case 413 -> BodyLimit.tooLarge();
      case 415 -> mediaType(request);
      default ->
          Problem.of(
              refused.getResponse().getStatus(), "request.refused", "The request was refused.");
    };
  }

  static Problem unknownPath() {
    return Problem.of(404, "path.unknown", "There is nothing at this path.");
  }

  private static Problem badRequest() {
    return Problem.of(400, "request.malformed", "The request could not be read.");
  }

  private static Problem mediaType(RoutingContext request) {
    String sent = request.request().getHeader("Content-Type");
    return Problem.of(415, "body.media-type", "The body's media type is not one this call reads.")
        .blaming("Content-Type", "application/json, not " + (sent == null ? "none" : sent));
  }

  private static Problem parameter(Throwable cause, RoutingContext request) {
    Problem problem =
        Problem.of(400, "parameter.invalid", "A parameter has a value of a wrong form.");
    List<String> blamed = blamed(cause, request);
    return blamed.size() == 1
        ? problem.blaming(blamed.getFirst(), "a value of the parameter's type")
        : problem;
  }

  /** The framework does not say which parameter it was; its value stands in the cause's message. */
  private static List<String> blamed(Throwable cause, RoutingContext request) {
    String message = Objects.toString(cause.getMessage(), "");
    Stream<Map.Entry<String, String>> query = request.queryParams().entries().stream();
    return query
        .filter(parameter -> isIn(message, parameter.getValue()))
        .map(Map.Entry::getKey)
        .distinct()
        .toList();
  }

  private static boolean isIn(String message, @Nullable String value) {
    return value != null && !value.isEmpty() && message.contains(value);
  }
}
