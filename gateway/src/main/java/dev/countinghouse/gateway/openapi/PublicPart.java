package dev.countinghouse.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countinghouse.contracts.Route;
import dev.countinghouse.contracts.ServiceName;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * What of a service's document is public.
 *
 * @param operations by route, with the service's own parameters
 * @param components that the operations need, by reference
 */
record PublicPart(
    ServiceName service,
    Map<Route, ObjectNode> operations,
    SortedMap<String, JsonNode> components) {

  static PublicPart of(ServiceName service, JsonNode document) {
    Map<Route, ObjectNode> operations = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
        String method = member.getKey().toUpperCase(Locale.ROOT);
        PathShape.route(service, method, path.getKey())
            .ifPresent(
                route ->
                    operations.put(
                        route,
                        operation(path.getKey(), path.getValue(), member.getValue(), route)));
      }
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.putArray("operations").addAll(operations.values());
    return new PublicPart(service, operations, References.reachable(all, document));
  }

  /** The operation with the parameters of its path in it, called as the route table calls them. */
  private static ObjectNode operation(
      String servicePath, JsonNode path, JsonNode described, Route route) {
    ObjectNode operation = described.deepCopy();
    Map<String, String> names = PathShape.names(servicePath, route.path());
    path.path("parameters").forEach(operation.withArrayProperty("parameters")::add);
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.path("name").asText();
      if (parameter.path("in").asText().equals("path")) {
        ((ObjectNode) parameter).put("name", names.getOrDefault(name, name));
      }
    }
    if (operation.path("parameters").isEmpty()) {
      operation.remove("parameters");
    }
    return operation;
  }
}
