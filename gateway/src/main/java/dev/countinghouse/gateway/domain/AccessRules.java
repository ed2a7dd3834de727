package dev.countinghouse.gateway.domain;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.contracts.Role;
import dev.countinghouse.contracts.Route;
import dev.countinghouse.contracts.RouteMatch;
import dev.countinghouse.contracts.internal.Membership;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may make which call, and as what the service shall see the caller (SYS-3). */
public final class AccessRules {

  /**
   * Channels that one internal token names at most; it travels in a header, which has a limit too.
   */
  public static final int MOST_CHANNELS = 200;

  private AccessRules() {}

  /** For operators and programs: every channel, but only what the role allows. */
  public static AccessDecision ofSuite(RouteMatch.Found call, Identity.Suite asking) {
    Set<Role> counting = counting(asking.roles(), call.route());
    if (counting.isEmpty()) {
      return new AccessDecision.RoleForbids();
    }
    ChannelScope scope = call.channel().map(AccessRules::only).orElseGet(ChannelScope.All::new);
    return new AccessDecision.Admitted(new Caller(asking.subject(), counting, scope));
  }

  /** For a subject with these memberships, be it a person or the holder of an API key. */
  public static AccessDecision ofMember(
      RouteMatch.Found call, String subject, Collection<Membership> memberships) {
    return call.channel()
        .map(channel -> onChannel(call.route(), channel, subject, memberships))
        .orElseGet(() -> acrossChannels(call.route(), subject, memberships));
  }

  /** Whether the memberships could lack the call's channel only because they are out of date. */
  public static boolean lacksChannel(RouteMatch.Found call, Collection<Membership> memberships) {
    return call.channel().isPresent() && roleOn(call.channel().get(), memberships).isEmpty();
  }

  private static AccessDecision onChannel(
      Route route, String channel, String subject, Collection<Membership> memberships) {
    Optional<Role> role = roleOn(channel, memberships);
    if (role.isEmpty()) {
      return new AccessDecision.ChannelHidden();
    }
    if (!route.roles().contains(role.get())) {
      return new AccessDecision.RoleForbids();
    }
    return new AccessDecision.Admitted(new Caller(subject, Set.of(role.get()), only(channel)));
  }

  // Only channels on which the role allows the call are named: an agent of one channel who owns
  // another must not act as an owner on the first.
  private static AccessDecision acrossChannels(
      Route route, String subject, Collection<Membership> memberships) {
    List<Membership> counting =
        memberships.stream()
            .filter(membership -> route.roles().contains(membership.role()))
            .limit(MOST_CHANNELS)
            .toList();
    if (counting.isEmpty() && !route.isOpenToAnyone()) {
      return new AccessDecision.RoleForbids();
    }
    Set<Role> roles = counting.stream().map(Membership::role).collect(Collectors.toSet());
    Set<String> channels = counting.stream().map(Membership::channel).collect(Collectors.toSet());
    return new AccessDecision.Admitted(new Caller(subject, roles, new ChannelScope.Only(channels)));
  }

  private static Optional<Role> roleOn(String channel, Collection<Membership> memberships) {
    return memberships.stream()
        .filter(membership -> membership.channel().equals(channel))
        .map(Membership::role)
        .findFirst();
  }

  private static Set<Role> counting(Set<Role> held, Route route) {
    Set<Role> counting = EnumSet.noneOf(Role.class);
    held.stream().filter(route.roles()::contains).forEach(counting::add);
    return counting;
  }

  private static ChannelScope only(String channel) {
    return new ChannelScope.Only(Set.of(channel));
  }
}
