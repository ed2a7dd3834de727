package dev.countinghouse.gateway.refusal;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.domain.Quota;
import dev.countinghouse.http.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Why the gateway does not pass a request on.
 *
 * @param headers of the answer, beside the document
 */
public record Refusal(Problem problem, Map<String, String> headers) {

  private static final String REALM = "Bearer realm=\"countinghouse\"";
  private static final String RETRY_AFTER = "Retry-After";

  public Refusal {
    headers = Map.copyOf(headers);
  }

  private static Refusal of(int status, String code, String detail) {
    return new Refusal(Problem.of(status, code, detail), Map.of());
  }

  private Refusal with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Refusal(problem, more);
  }

  public static Refusal pathUnknown() {
    return of(404, "path.unknown", "There is nothing at this path.");
  }

  public static Refusal methodNotAllowed(Set<String> allowed) {
    String methods = String.join(", ", new TreeSet<>(allowed));
    return of(405, "method.not-allowed", "This path takes " + methods + ".").with("Allow", methods);
  }

  public static Refusal authMissing() {
    return of(401, "auth.missing", "This call needs a bearer token or an API key.")
        .with("WWW-Authenticate", REALM);
  }

  public static Refusal invalidToken() {
    return of(401, "auth.invalid-token", "The bearer token or API key is not valid.")
        .with("WWW-Authenticate", REALM + ", error=\"invalid_token\"");
  }

  /** The issuer's keys cannot be had, so no token can be verified. */
  public static Refusal issuerUnavailable() {
    return of(503, "auth.unavailable", "Tokens cannot be verified now; try again later.")
        .with(RETRY_AFTER, "5");
  }

  public static Refusal forbidden() {
    return of(403, "auth.forbidden", "Your role does not allow this call.");
  }

  public static Refusal channelNotFound() {
    return of(404, "channel.not-found", "There is no such channel.");
  }

  /**
   * @param limit in bytes
   */
  public static Refusal bodyTooLarge(long limit) {
    Refusal refusal =
        of(413, "body.too-large", "The body is larger than %d bytes.".formatted(limit));
    return new Refusal(refusal.problem.with("maxBytes", limit), refusal.headers);
  }

  public static Refusal bodyTimeout() {
    return of(408, "body.timeout", "The body did not arrive in time.");
  }

  public static Refusal mediaTypeUnsupported(String expected) {
    return of(415, "body.media-type", "Send " + expected + ".");
  }

  public static Refusal bodyMalformed(String field, String expected) {
    Problem problem = Problem.of(400, "body.malformed", "The body cannot be read.");
    return new Refusal(problem.blaming(field, expected), Map.of());
  }

  public static Refusal upstreamTimeout(ServiceName service) {
    Refusal refusal = of(504, "upstream.timeout", "The service did not answer in time.");
    return new Refusal(refusal.problem.with("service", service.id()), refusal.headers);
  }

  public static Refusal upstreamUnavailable(ServiceName service, Duration retryAfter) {
    Problem problem =
        Problem.of(503, "upstream.unavailable", "The service cannot be reached; try again later.")
            .with("service", service.id());
    return new Refusal(problem, Map.of(RETRY_AFTER, seconds(retryAfter)));
  }

  public static Refusal rateLimited(Quota quota) {
    Problem problem =
        Problem.of(429, "rate.limited", "Too many requests; wait until the window has passed.")
            .with("limit", quota.limit());
    return new Refusal(problem, Map.of(RETRY_AFTER, Long.toString(quota.restSeconds())));
  }

  /**
   * A bug or an outage of ours.
   *
   * @param requestId what the log calls the request
   */
  public static Refusal unexpected(String requestId) {
    Problem problem =
        Problem.of(500, "internal.error", "Something went wrong on our side; the error has an id.");
    return new Refusal(problem.with("errorId", requestId), Map.of());
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, (duration.toMillis() + 999) / 1000));
  }
}
