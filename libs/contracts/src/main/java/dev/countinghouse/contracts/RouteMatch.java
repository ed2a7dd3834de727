package dev.countinghouse.contracts;

import java.util.Optional;
import java.util.Set;

/** What the route table says of a method and a path. */
public sealed interface RouteMatch {

  /**
   * The call exists.
   *
   * @param channel the id in the place of {@code {c}}, where the path has one
   */
  record Found(Route route, Optional<String> channel) implements RouteMatch {}

  /** The path exists, with other methods. */
  record OtherMethods(Set<String> allowed) implements RouteMatch {
    public OtherMethods {
      allowed = Set.copyOf(allowed);
    }
  }

  /** No such path. */
  record Unknown() implements RouteMatch {}
}
