package dev.countinghouse.subscription.notice;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notice. */
@Entity
@IdClass(Notice.Key.class)
public class Notice extends PanacheEntityBase {

  @Id public String channel;
  @Id public String id;

  /** {@code in-app}, {@code e-mail} or {@code banner}. */
  @Column(nullable = false)
  public String kind;

  /** What it is about, stable: {@code payment.failed}. */
  @Column(nullable = false)
  public String code;

  @Column(nullable = false)
  public String text;

  /** What gave rise to it; the same cause gives no second notice. */
  @Column(nullable = false)
  public String cause;

  @Column(nullable = false)
  public Instant createdAt;

  @Column public @Nullable Instant readAt;

  @RegisterForReflection
  public record Key(String channel, String id) {}
}
