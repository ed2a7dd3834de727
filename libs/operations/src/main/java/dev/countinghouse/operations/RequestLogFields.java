package dev.countinghouse.operations;

import dev.countinghouse.contracts.Ids;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Puts the channel and the request's id beside every log line of a request. */
@ApplicationScoped
public class RequestLogFields {

  private static final Pattern CHANNEL = Pattern.compile("/(?:v1|internal)/channels/([^/]+).*");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Before whatever may write a log line. */
  private static final int PRIORITY = 2_000;

  void register(@Observes Filters filters) {
    filters.register(RequestLogFields::put, PRIORITY);
  }

  /** The channel a path is about; empty where what stands in its place is no channel's id. */
  static Optional<String> channel(@Nullable String path) {
    Matcher matcher = CHANNEL.matcher(path == null ? "" : path);
    return matcher.matches() && Ids.isId(Ids.CHANNEL, matcher.group(1))
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  /** What the gateway calls the request, if it has the form of one of its ids. */
  static Optional<String> requestId(@Nullable String header) {
    return Optional.ofNullable(header).filter(id -> REQUEST_ID.matcher(id).matches());
  }

  private static void put(RoutingContext request) {
    channel(request.normalizedPath()).ifPresent(id -> MDC.put("channel", id));
    requestId(request.request().getHeader("X-Request-Id")).ifPresent(id -> MDC.put("request", id));
    request.next();
  }
}
