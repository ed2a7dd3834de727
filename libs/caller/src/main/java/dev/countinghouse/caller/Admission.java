package dev.countinghouse.caller;

import dev.countinghouse.contracts.Role;
import dev.countinghouse.contracts.RouteMatch;
import dev.countinghouse.contracts.Routes;
import dev.countinghouse.http.Problem;
import java.util.Optional;

/** Who may make which call: a function of the caller, the method and the path (SYS-3). */
public final class Admission {

  private Admission() {}

  /** Whether the path is one that only proven callers may ask. */
  public static boolean isGuarded(String path) {
    return isBelow("/v1", path) || isInternal(path);
  }

  /**
   * Why the caller may not; empty when it may, or when the route table does not have the call and
   * the framework will say so.
   */
  public static Optional<Problem> refusal(Caller caller, String method, String path) {
    if (isInternal(path)) {
      boolean service =
          caller.roles().contains(Role.SERVICE) && caller.scope() instanceof ChannelScope.All;
      return service ? Optional.empty() : Optional.of(forbidden());
    }
    return match(method, path) instanceof RouteMatch.Found found
        ? refusal(caller, found)
        : Optional.empty();
  }

  /** Whether the call may reach a resource at all: below {@code /v1} only what the table has. */
  public static boolean isKnown(String method, String path) {
    return !isBelow("/v1", path) || match(method, path) instanceof RouteMatch.Found;
  }

  private static Optional<Problem> refusal(Caller caller, RouteMatch.Found call) {
    // The channel before the role: who has no part in a channel must not learn that it exists.
    if (!call.channel().map(caller.scope()::contains).orElse(true)) {
      return Optional.of(Problem.of(404, "channel.not-found", "There is no such channel."));
    }
    boolean admitted = call.route().isOpenToAnyone() || caller.isAnyOf(call.route().roles());
    return admitted ? Optional.empty() : Optional.of(forbidden());
  }

  private static RouteMatch match(String method, String path) {
    return Routes.match(method.equals("HEAD") ? "GET" : method, path);
  }

  private static Problem forbidden() {
    return Problem.of(403, "auth.forbidden", "Your role does not allow this call.");
  }

  private static boolean isInternal(String path) {
    return isBelow("/internal", path);
  }

  private static boolean isBelow(String prefix, String path) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || "/;".indexOf(path.charAt(prefix.length())) >= 0);
  }
}
