package dev.countinghouse.subscription.member;

import dev.countinghouse.contracts.Role;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;

/** What a subject is on a channel. */
@Entity
@IdClass(Member.Key.class)
public class Member extends PanacheEntityBase {

  @Id public String channel;
  @Id public String subject;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Role role;

  @Column(nullable = false)
  public Instant addedAt;

  /** A new one. */
  public static Member of(String channel, String subject, Role role, Instant now) {
    Member member = new Member();
    member.channel = channel;
    member.subject = subject;
    member.role = role;
    member.addedAt = now;
    return member;
  }

  @RegisterForReflection
  public record Key(String channel, String subject) {}
}
