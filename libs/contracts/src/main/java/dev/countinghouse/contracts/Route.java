package dev.countinghouse.contracts;

import java.util.Set;

/**
 * One call of the public API: who answers it and who may ask.
 *
 * @param method HTTP method
 * @param path below the host, {@code {name}} for a segment that varies; {@code {c}} is the channel
 * @param service who answers
 * @param roles who may; a channel's role counts only on that channel
 */
public record Route(String method, String path, ServiceName service, Set<Role> roles) {

  public Route {
    roles = Set.copyOf(roles);
  }

  /** Whether the call is about one channel. */
  public boolean isOfChannel() {
    return path.startsWith("/v1/channels/{c}");
  }

  /** Whether every proven caller may ask, one without any role included (its first channel). */
  public boolean isOpenToAnyone() {
    return roles.containsAll(Set.of(Role.values()));
  }
}
