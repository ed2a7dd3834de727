package dev.countinghouse.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.contracts.ServiceName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How components are called where several services have one of the same name. */
final class ComponentNames {

  private final Set<String> clashing;

  private ComponentNames(Set<String> clashing) {
    this.clashing = clashing;
  }

  /**
   * Finds the names that do not mean the same everywhere.
   *
   * @param taken references that the merged document uses itself
   */
  static ComponentNames of(Collection<PublicPart> parts, Set<String> taken) {
    Set<String> clashing = new HashSet<>();
    Map<String, JsonNode> first = new HashMap<>();
    Map<String, JsonNode> shared = new HashMap<>();
    for (PublicPart part : parts) {
      for (Map.Entry<String, JsonNode> component : part.components().entrySet()) {
        JsonNode known = first.putIfAbsent(component.getKey(), component.getValue());
        if (known != null) {
          shared.put(component.getKey(), known);
        }
        boolean differs = known != null && !known.equals(component.getValue());
        if (differs || taken.contains(component.getKey())) {
          clashing.add(component.getKey());
        }
      }
    }
    spread(clashing, shared);
    return new ComponentNames(clashing);
  }

  /** How the merged document calls what the service calls {@code reference}. */
  String of(ServiceName service, String reference) {
    if (!clashing.contains(reference)) {
      return reference;
    }
    String id = service.id();
    String prefix = Character.toUpperCase(id.charAt(0)) + id.substring(1);
    return References.to(References.section(reference), prefix + References.name(reference));
  }

  // Two equal definitions that refer to a clashing name stop being equal once that is renamed.
  private static void spread(Set<String> clashing, Map<String, JsonNode> shared) {
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Map.Entry<String, JsonNode> component : shared.entrySet()) {
        boolean refers = References.in(component.getValue()).stream().anyMatch(clashing::contains);
        grown |= refers && clashing.add(component.getKey());
      }
    }
  }
}
