package dev.countinghouse.subscription.member;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;

/** A member as outsiders see it. */
@RegisterForReflection
public record MemberJson(String subject, String role, Instant addedAt) {

  static MemberJson of(Member member) {
    return new MemberJson(
        member.subject, member.role.name().toLowerCase(Locale.ROOT), member.addedAt);
  }
}
