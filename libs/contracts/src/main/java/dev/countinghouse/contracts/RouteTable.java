package dev.countinghouse.contracts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Routes by segment; a literal segment wins over one that varies. */
final class RouteTable {

  private final Node root = new Node();

  RouteTable(List<Route> routes) {
    routes.forEach(this::add);
  }

  RouteMatch match(String method, String path) {
    Node node = root;
    String channel = null;
    for (String segment : segments(path)) {
      Node literal = node.literal.get(segment);
      if (literal != null) {
        node = literal;
      } else if (node.varying != null && !segment.isEmpty()) {
        node = node.varying;
        channel = node.isChannel ? segment : channel;
      } else {
        return new RouteMatch.Unknown();
      }
    }
    return answer(node, method, channel);
  }

  private static RouteMatch answer(Node node, String method, @Nullable String channel) {
    if (node.byMethod.isEmpty()) {
      return new RouteMatch.Unknown();
    }
    Route route = node.byMethod.get(method);
    if (route == null) {
      Set<String> allowed = new TreeSet<>(node.byMethod.keySet());
      return new RouteMatch.OtherMethods(allowed);
    }
    return new RouteMatch.Found(route, Optional.ofNullable(channel));
  }

  private void add(Route route) {
    Node node = root;
    for (String segment : segments(route.path())) {
      node = segment.startsWith("{") ? node.varying(segment.equals("{c}")) : node.literal(segment);
    }
    node.byMethod.put(route.method(), route);
  }

  private static String[] segments(String path) {
    return (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
  }

  private static final class Node {
    final Map<String, Node> literal = new HashMap<>();
    final Map<String, Route> byMethod = new HashMap<>();
    @Nullable Node varying;
    boolean isChannel;

    Node literal(String segment) {
      return literal.computeIfAbsent(segment, key -> new Node());
    }

    Node varying(boolean channel) {
      Node next = varying == null ? new Node() : varying;
      next.isChannel |= channel;
      varying = next;
      return next;
    }
  }
}
