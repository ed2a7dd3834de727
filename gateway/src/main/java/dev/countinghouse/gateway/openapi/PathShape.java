package dev.countinghouse.gateway.openapi;

import dev.countinghouse.contracts.Route;
import dev.countinghouse.contracts.Routes;
import dev.countinghouse.contracts.ServiceName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Paths with the names of their varying segments left out, to find a service's path in the table.
 */
final class PathShape {

  private PathShape() {}

  /** The route that a service documents as {@code method} and {@code path}. */
  static Optional<Route> route(ServiceName service, String method, String path) {
    String shape = of(path);
    return Routes.all().stream()
        .filter(route -> route.service() == service && route.method().equals(method))
        .filter(route -> of(route.path()).equals(shape))
        .findFirst();
  }

  /** How the route table calls the varying segments that a service's path names otherwise. */
  static Map<String, String> names(String servicePath, String routePath) {
    String[] theirs = servicePath.split("/", -1);
    String[] ours = routePath.split("/", -1);
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < ours.length; i++) {
      if (ours[i].startsWith("{")) {
        names.put(bare(theirs[i]), bare(ours[i]));
      }
    }
    return names;
  }

  private static String of(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }

  private static String bare(String segment) {
    return segment.substring(1, segment.length() - 1).replaceAll(":.*", "").strip();
  }
}
