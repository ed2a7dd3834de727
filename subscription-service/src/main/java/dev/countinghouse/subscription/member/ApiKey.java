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

/** A key with which a program acts on one channel; the key itself is not kept. */
@Entity
@IdClass(ApiKey.Key.class)
public class ApiKey extends PanacheEntityBase {

  @Id public String channel;
  @Id public String id;

  @Column(nullable = false)
  public String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Role role;

  /** SHA-256 of the key, hexadecimal. */
  @Column(nullable = false)
  public String hash;

  @Column(nullable = false)
  public Instant createdAt;

  @RegisterForReflection
  public record Key(String channel, String id) {}
}
