package dev.countinghouse.subscription.subscription;

import dev.countinghouse.subscription.domain.BillingAnchor;
import dev.countinghouse.subscription.domain.BillingPeriod;
import dev.countinghouse.subscription.domain.Selection;
import dev.countinghouse.subscription.domain.SubscriptionStatus;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A channel's paid subscription; status {@code FREE} once it has ended. */
@Entity
public class Subscription extends PanacheEntityBase {

  /** Kind of the due work that ends its current period; the id is the period's end. */
  public static final String CLOSE = "period.close";

  /** Kind of the due work that bills what a subscription that ended has left; the id is its end. */
  public static final String SETTLE = "period.settle";

  @Id public String channel;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public SubscriptionStatus status;

  @Column(nullable = false)
  public String plan;

  @Column(nullable = false)
  public String[] addOns;

  @Column(nullable = false)
  public int anchorDay;

  /** Local time at which periods start. */
  @Column(nullable = false)
  public LocalTime anchorTime;

  @Column(nullable = false)
  public Instant periodStart;

  @Column(nullable = false)
  public Instant periodEnd;

  /** The channel's subscription, or null when it never had one. */
  public static Uni<@Nullable Subscription> of(String channel) {
    return Subscription.findById(channel);
  }

  public Selection selection() {
    return new Selection(plan, List.of(addOns));
  }

  public BillingAnchor anchor() {
    return new BillingAnchor(anchorDay);
  }

  /** Free from now on: the period that runs ends here. */
  public void end(Instant at) {
    status = SubscriptionStatus.FREE;
    periodEnd = at;
  }

  /** Moves on to a period. */
  public void begin(BillingPeriod period) {
    periodStart = period.start();
    periodEnd = period.end();
  }
}
