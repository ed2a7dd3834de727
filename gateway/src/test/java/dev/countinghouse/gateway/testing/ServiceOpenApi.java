package dev.countinghouse.gateway.testing;

import dev.countinghouse.contracts.Route;
import dev.countinghouse.contracts.Routes;
import dev.countinghouse.contracts.ServiceName;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** A document as a service's framework writes it: its public calls and an internal one. */
final class ServiceOpenApi {

  private ServiceOpenApi() {}

  static JsonObject of(ServiceName service) {
    JsonObject paths = new JsonObject();
    paths.put("/internal/channels/{c}/due", new JsonObject().put("get", operation("Internal")));
    Routes.all().stream()
        .filter(route -> route.service() == service)
        .forEach(route -> add(paths, route));
    // Page is defined differently by every service, Money the same by all.
    JsonObject schemas =
        new JsonObject()
            .put("Page", new JsonObject().put("type", "object").put("title", service.id()))
            .put("Money", new JsonObject().put("type", "object"))
            .put("Internal", new JsonObject().put("type", "object"));
    return new JsonObject()
        .put("openapi", "3.1.0")
        .put("paths", paths)
        .put("components", new JsonObject().put("schemas", schemas));
  }

  private static void add(JsonObject paths, Route route) {
    String path = route.path().replace("{c}", "{channel}");
    JsonObject item = paths.getJsonObject(path, new JsonObject());
    JsonObject operation = operation(route.path().endsWith("/trial") ? "Money" : "Page");
    if (route.isOfChannel()) {
      JsonObject channel = new JsonObject().put("name", "channel").put("in", "path");
      operation.put("parameters", new JsonArray().add(channel));
    }
    paths.put(path, item.put(route.method().toLowerCase(Locale.ROOT), operation));
  }

  private static JsonObject operation(String schema) {
    JsonObject reference = new JsonObject().put("$ref", "#/components/schemas/" + schema);
    JsonObject content =
        new JsonObject().put("application/json", new JsonObject().put("schema", reference));
    JsonObject ok = new JsonObject().put("description", "OK").put("content", content);
    return new JsonObject().put("responses", new JsonObject().put("200", ok));
  }
}
