package dev.countinghouse.acceptance;

import dev.countinghouse.contracts.Route;
import dev.countinghouse.contracts.Routes;
import java.util.Map;
import java.util.Set;

/**
 * SYS-3: whoever is not of a channel learns nothing of it. Every path of the API is asked twice,
 * for a channel that exists and for one that does not; the two refusals must be the same but for
 * the id.
 */
final class Isolation {

  private static final String NOWHERE = "ch_00000000000000000000000000000000";
  private static final Set<Integer> HIDDEN = Set.of(403, 404);

  private final Client stranger;

  Isolation(Client stranger) {
    this.stranger = stranger;
  }

  void seesNothingOf(String channel) {
    for (Route route : Routes.all()) {
      if (route.isOfChannel()) {
        Reply existing = ask(route, channel);
        Reply nowhere = ask(route, NOWHERE);
        Check.that(HIDDEN.contains(existing.status()), "SYS-3 hidden: " + existing);
        Check.same(shape(nowhere, NOWHERE), shape(existing, channel), "SYS-3 no hint: " + route);
      }
    }
  }

  private Reply ask(Route route, String channel) {
    String path =
        route
            .path()
            .replace("{c}", channel)
            .replace("{number}", "INV-000001")
            .replaceAll("\\{\\w+}", "x");
    boolean withBody = !route.method().equals("GET") && !route.method().equals("DELETE");
    return stranger.once(route.method(), path, withBody ? Map.of() : null);
  }

  /** What a stranger can tell the two apart by: everything but the id they sent themselves. */
  private static String shape(Reply reply, String channel) {
    return reply.status()
        + " "
        + reply.text("code")
        + " "
        + reply.text("detail").replace(channel, "{c}");
  }
}
