package dev.countinghouse.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** References of an OpenAPI document to its own components. */
final class References {

  private static final String PREFIX = "#/components/";
  private static final String KEY = "$ref";

  private References() {}

  static String to(String section, String name) {
    return PREFIX + section + "/" + name;
  }

  static String section(String reference) {
    return reference.substring(PREFIX.length(), reference.lastIndexOf('/'));
  }

  static String name(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  /** Every reference that stands somewhere in {@code node}. */
  static SortedSet<String> in(JsonNode node) {
    SortedSet<String> found = new TreeSet<>();
    node.findValuesAsText(KEY).stream()
        .filter(value -> value.startsWith(PREFIX))
        .forEach(found::add);
    return found;
  }

  /** The components that {@code root} needs, directly or by way of others, by their reference. */
  static SortedMap<String, JsonNode> reachable(JsonNode root, JsonNode document) {
    SortedMap<String, JsonNode> needed = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(in(root));
    while (!open.isEmpty()) {
      String reference = open.pop();
      JsonNode component = document.at(reference.substring(1));
      if (!component.isMissingNode() && needed.putIfAbsent(reference, component) == null) {
        open.addAll(in(component));
      }
    }
    return needed;
  }

  /** A copy of {@code node} that refers to other names. */
  static JsonNode renamed(JsonNode node, UnaryOperator<String> names) {
    JsonNode copy = node.deepCopy();
    copy.findParents(KEY).forEach(parent -> rename((ObjectNode) parent, names));
    return copy;
  }

  // The holder of a reference has no other members that refer, so those nested deeper are found
  // too.
  private static void rename(ObjectNode holder, UnaryOperator<String> names) {
    for (Map.Entry<String, JsonNode> member : holder.properties()) {
      if (member.getKey().equals(KEY) && member.getValue().isTextual()) {
        member.setValue(TextNode.valueOf(names.apply(member.getValue().asText())));
      }
    }
  }
}
