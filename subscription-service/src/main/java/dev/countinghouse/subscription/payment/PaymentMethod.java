package dev.countinghouse.subscription.payment;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a channel pays with. Removed ones stay as rows: attempts point at them. */
@Entity
@IdClass(PaymentMethod.Key.class)
public class PaymentMethod extends PanacheEntityBase {

  @Id public String channel;
  @Id public String id;

  /** The provider's name for the card. */
  @Column(nullable = false)
  public String card;

  @Column(nullable = false)
  public String brand;

  @Column(nullable = false)
  public Instant addedAt;

  @Column public @Nullable Instant removedAt;

  /** What the channel pays with now: the one added last; null when it has none. */
  public static Uni<@Nullable PaymentMethod> current(String channel) {
    return PaymentMethod.<PaymentMethod>find(
            "channel = ?1 and removedAt is null order by addedAt desc, id desc", channel)
        .firstResult();
  }

  @RegisterForReflection
  public record Key(String channel, String id) {}
}
