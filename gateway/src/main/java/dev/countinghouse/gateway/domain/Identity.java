package dev.countinghouse.gateway.domain;

import dev.countinghouse.contracts.Role;
import dev.countinghouse.contracts.internal.Membership;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Who was proven to ask. */
public sealed interface Identity {

  /** The person's or program's id at its issuer. */
  String subject();

  /** Names the credential without telling it; requests are counted by it. */
  String fingerprint();

  /** A token whose roles hold on the whole suite: operators and programs. */
  record Suite(String subject, Set<Role> roles, String fingerprint) implements Identity {
    public Suite {
      roles = Set.copyOf(roles);
    }
  }

  /** A token without such a role; what the person may be follows from the channels' members. */
  record Person(String subject, String fingerprint) implements Identity {}

  /** An API key: one role on one channel. */
  record Key(String subject, Membership membership, String fingerprint) implements Identity {}

  /**
   * The identity of a verified token.
   *
   * @param claimed the roles claim; of it only operator and service count
   */
  static Identity ofToken(String subject, Collection<String> claimed, String fingerprint) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String role : claimed) {
      switch (role.toUpperCase(Locale.ROOT)) {
        case "OPERATOR" -> roles.add(Role.OPERATOR);
        case "SERVICE" -> roles.add(Role.SERVICE);
        default -> {} // a channel's role cannot be claimed, only held
      }
    }
    return roles.isEmpty()
        ? new Person(subject, fingerprint)
        : new Suite(subject, roles, fingerprint);
  }
}
