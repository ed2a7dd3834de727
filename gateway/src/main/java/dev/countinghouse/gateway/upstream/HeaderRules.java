package dev.countinghouse.gateway.upstream;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which headers pass the gateway. */
final class HeaderRules {

  /** RFC 9110, 7.6.1: of one connection only. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** What proves, names or pretends to name a caller; and what the server has dealt with. */
  private static final Set<String> NOT_FOR_SERVICES =
      Set.of("authorization", "x-api-key", "cookie", "forwarded", "expect");

  /** The trace context of W3C, which the tracer adds anew when it is on. */
  private static final Set<String> OF_THE_TRACE = Set.of("traceparent", "tracestate", "baggage");

  private static final List<String> PREFIXES_NOT_FOR_SERVICES =
      List.of("x-internal", "x-forwarded-");

  /** What the gateway says itself on every answer, or tells nobody. */
  private static final Set<String> NOT_FOR_CLIENTS = Set.of("x-request-id", "server");

  private HeaderRules() {}

  /** Leaves a trace context to the tracer; where there is none, the caller's goes on as it came. */
  static void leaveToTracer(MultiMap headers) {
    OF_THE_TRACE.forEach(headers::remove);
  }

  /** Leaves what a service may see. */
  static void cleanRequest(MultiMap headers) {
    List<String> nominated = nominated(headers);
    headers.names().stream()
        .filter(name -> isHopByHop(name, nominated) || isNotForServices(name))
        .toList()
        .forEach(headers::remove);
  }

  /** Leaves what a client may see. */
  static void cleanAnswer(MultiMap headers) {
    List<String> nominated = nominated(headers);
    headers.names().stream()
        .filter(name -> isHopByHop(name, nominated) || NOT_FOR_CLIENTS.contains(lower(name)))
        .toList()
        .forEach(headers::remove);
  }

  private static boolean isHopByHop(String name, List<String> nominated) {
    return HOP_BY_HOP.contains(lower(name)) || nominated.contains(lower(name));
  }

  private static boolean isNotForServices(String name) {
    String lower = lower(name);
    return NOT_FOR_SERVICES.contains(lower)
        || PREFIXES_NOT_FOR_SERVICES.stream().anyMatch(lower::startsWith);
  }

  // A sender may declare further headers to be of the connection only. Content-Length is not one of
  // them: taking it away would let a body be read as the next request.
  private static List<String> nominated(MultiMap headers) {
    List<String> names = new ArrayList<>();
    for (String value : headers.getAll("Connection")) {
      for (String name : value.split(",")) {
        names.add(lower(name.strip()));
      }
    }
    names.removeAll(List.of("content-length", "host", "x-request-id"));
    return names;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
