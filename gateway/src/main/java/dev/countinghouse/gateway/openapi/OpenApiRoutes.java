package dev.countinghouse.gateway.openapi;

import dev.countinghouse.gateway.refusal.Refusal;
import dev.countinghouse.gateway.refusal.Refusals;
import dev.countinghouse.gateway.web.RequestStamp;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Serves the merged document: {@code /openapi}, {@code /openapi.json}, {@code /openapi.yaml}. */
@ApplicationScoped
public class OpenApiRoutes {

  private static final Logger LOG = Logger.getLogger(OpenApiRoutes.class);

  private final OpenApiDocument document;
  private final Refusals refusals;

  OpenApiRoutes(OpenApiDocument document, Refusals refusals) {
    this.document = document;
    this.refusals = refusals;
  }

  void register(@Observes Router router) {
    router.get("/openapi").handler(http -> answer(http, wantsYaml(http)));
    router.get("/openapi.json").handler(http -> answer(http, false));
    router.get("/openapi.yaml").handler(http -> answer(http, true));
  }

  private void answer(RoutingContext http, boolean yaml) {
    document
        .get()
        .subscribe()
        .with(made -> write(http, made, yaml), failure -> fail(http, failure));
  }

  private static void write(RoutingContext http, MergedDocument made, boolean yaml) {
    http.response()
        .putHeader("Content-Type", yaml ? "application/yaml" : "application/json")
        .putHeader("Cache-Control", "no-cache")
        .end(yaml ? made.yaml() : made.json());
  }

  private void fail(RoutingContext http, Throwable failure) {
    LOG.error("the OpenAPI document cannot be made", failure);
    refusals.write(http, Refusal.unexpected(RequestStamp.idOf(http)));
  }

  private static boolean wantsYaml(RoutingContext http) {
    @Nullable String format = http.request().getParam("format");
    @Nullable String accept = http.request().getHeader("Accept");
    return format == null
        ? accept != null && accept.contains("yaml") && !accept.contains("json")
        : format.equalsIgnoreCase("yaml");
  }
}
