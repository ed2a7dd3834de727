package dev.countinghouse.gateway.web;

import dev.countinghouse.gateway.domain.RequestIds;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Names every request and makes its answer safe to show in a browser. */
@ApplicationScoped
public class RequestStamp {

  private static final String HEADER = "X-Request-Id";

  /** Before whatever reads the id, the log fields among them. */
  private static final int PRIORITY = 3_000;

  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  // The page's own scripts and styles, a part of them inline; calls only to this gateway.
  private static final String PAGE =
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; frame-ancestors 'none'";

  void register(@Observes Filters filters) {
    filters.register(RequestStamp::stamp, PRIORITY);
  }

  /** What the request is called. */
  public static String idOf(RoutingContext http) {
    return http.request().getHeader(HEADER);
  }

  private static void stamp(RoutingContext http) {
    String id = RequestIds.keepOrMake(http.request().getHeader(HEADER));
    http.request().headers().set(HEADER, id);
    // At the end, so that what a service says of the same matter is replaced.
    http.addHeadersEndHandler(ending -> headers(http, id));
    http.next();
  }

  private static void headers(RoutingContext http, String id) {
    boolean page = http.normalizedPath().startsWith("/docs") || http.normalizedPath().equals("/");
    MultiMap headers = http.response().headers();
    headers.set(HEADER, id);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Content-Security-Policy", page ? PAGE : NOTHING);
    if (!page && !headers.contains("Cache-Control")) {
      headers.set("Cache-Control", "no-store");
    }
  }
}
