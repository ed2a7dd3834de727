package dev.countinghouse.caller;

import dev.countinghouse.contracts.Role;
import java.util.Set;

/**
 * A proven caller.
 *
 * @param subject the person's or program's id at its issuer
 * @param roles what it may be; a channel's role counts on the channels of {@code scope}
 * @param scope the channels it may touch
 */
public record Caller(String subject, Set<Role> roles, ChannelScope scope) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Whether the caller has one of these roles. */
  public boolean isAnyOf(Set<Role> wanted) {
    return roles.stream().anyMatch(wanted::contains);
  }
}
