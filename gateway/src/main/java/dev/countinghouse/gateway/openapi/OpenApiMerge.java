package dev.countinghouse.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countinghouse.contracts.Route;
import dev.countinghouse.contracts.Routes;
import dev.countinghouse.contracts.ServiceName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Makes one document of the services' own. */
final class OpenApiMerge {

  private static final String IDEMPOTENCY_KEY = References.to("parameters", "IdempotencyKey");
  private static final String PROBLEM = References.to("responses", "Problem");

  private final ObjectNode document;
  private final List<PublicPart> parts;
  private final ComponentNames names;

  private OpenApiMerge(JsonNode frame, List<PublicPart> parts) {
    this.document = frame.deepCopy();
    this.parts = parts;
    this.names = ComponentNames.of(parts, taken(frame));
  }

  /**
   * @param frame what the services do not say: title, security schemes, problems, Idempotency-Key
   * @param documents by service, in the order of the services
   */
  static ObjectNode merge(JsonNode frame, SortedMap<ServiceName, JsonNode> documents) {
    List<PublicPart> parts =
        documents.entrySet().stream()
            .map(service -> PublicPart.of(service.getKey(), service.getValue()))
            .toList();
    return new OpenApiMerge(frame, parts).merged();
  }

  private ObjectNode merged() {
    ObjectNode paths = document.putObject("paths");
    Set<String> ids = new HashSet<>();
    for (Route route : Routes.all()) {
      for (PublicPart part : parts) {
        ObjectNode operation = part.operations().get(route);
        if (operation != null) {
          add(paths, route, complete(renamed(part, operation), route, ids));
        }
      }
    }
    parts.forEach(this::addComponents);
    return document;
  }

  private static void add(ObjectNode paths, Route route, ObjectNode operation) {
    ObjectNode path = paths.withObjectProperty(route.path());
    path.set(route.method().toLowerCase(Locale.ROOT), operation);
  }

  private void addComponents(PublicPart part) {
    for (Map.Entry<String, JsonNode> component : part.components().entrySet()) {
      String reference = names.of(part.service(), component.getKey());
      document
          .withObjectProperty("components")
          .withObjectProperty(References.section(reference))
          .set(References.name(reference), renamed(part, component.getValue()));
    }
  }

  private JsonNode renamed(PublicPart part, JsonNode node) {
    return References.renamed(node, reference -> names.of(part.service(), reference));
  }

  private static ObjectNode complete(JsonNode described, Route route, Set<String> ids) {
    ObjectNode operation = (ObjectNode) described;
    operation.remove("security"); // the document's own holds for every call
    operation.putArray("tags").add(route.service().id());
    String id = operation.path("operationId").asText(methodAndPath(route));
    operation.put("operationId", ids.add(id) ? id : methodAndPath(route));
    if (route.method().equals("POST")) {
      addIdempotencyKey(operation);
    }
    addProblems(operation.withObjectProperty("responses"), route);
    return operation;
  }

  private static void addIdempotencyKey(ObjectNode operation) {
    ArrayNode parameters = operation.withArrayProperty("parameters");
    for (int i = parameters.size() - 1; i >= 0; i--) {
      if (parameters.get(i).path("name").asText().equalsIgnoreCase("Idempotency-Key")) {
        parameters.remove(i);
      }
    }
    parameters.addObject().put("$ref", IDEMPOTENCY_KEY);
  }

  private static void addProblems(ObjectNode responses, Route route) {
    for (String status : List.of("400", "401", "403", "429", "503", "504", "default")) {
      addProblem(responses, status);
    }
    if (route.isOfChannel()) {
      addProblem(responses, "404");
    }
    if (Set.of("POST", "PUT", "PATCH").contains(route.method())) {
      addProblem(responses, "413");
    }
  }

  // A service may have said the status without a body, as its framework does for 401 and 403.
  private static void addProblem(ObjectNode responses, String status) {
    JsonNode said = responses.path(status);
    if (!said.has("content") && !said.has("$ref")) {
      responses.putObject(status).put("$ref", PROBLEM);
    }
  }

  private static String methodAndPath(Route route) {
    return route.method().toLowerCase(Locale.ROOT)
        + route.path().substring("/v1".length()).replaceAll("[^A-Za-z0-9]+", "_");
  }

  private static Set<String> taken(JsonNode frame) {
    Set<String> taken = new HashSet<>();
    for (Map.Entry<String, JsonNode> section : frame.path("components").properties()) {
      section
          .getValue()
          .fieldNames()
          .forEachRemaining(name -> taken.add(References.to(section.getKey(), name)));
    }
    return taken;
  }
}
