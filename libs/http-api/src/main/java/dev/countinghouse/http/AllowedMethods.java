package dev.countinghouse.http;

import dev.countinghouse.contracts.RouteMatch;
import dev.countinghouse.contracts.Routes;
import java.util.Set;
import java.util.TreeSet;

/** Which methods the public API has at a path; the framework's own 405 does not say. */
final class AllowedMethods {

  private static final String NO_METHOD = "";

  private AllowedMethods() {}

  static Set<String> at(String path) {
    return Routes.match(NO_METHOD, path) instanceof RouteMatch.OtherMethods others
        ? new TreeSet<>(others.allowed())
        : Set.of();
  }
}
