package dev.countinghouse.subscription.trial;

import dev.countinghouse.subscription.domain.Selection;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one trial of a channel. */
@Entity
public class Trial extends PanacheEntityBase {

  @Id public String channel;

  @Column(nullable = false)
  public String plan;

  @Column(nullable = false)
  public String[] addOns;

  @Column(nullable = false)
  public Instant startedAt;

  @Column(nullable = false)
  public Instant endsAt;

  @Column(nullable = false)
  public long grantTenths;

  /** When the end was carried out; null while the trial runs. */
  @Column public @Nullable Instant endedAt;

  @Column public @Nullable Boolean converted;

  /** The channel's trial, or null when it never had one. */
  public static Uni<@Nullable Trial> of(String channel) {
    return Trial.findById(channel);
  }

  public Selection selection() {
    return new Selection(plan, List.of(addOns));
  }

  public boolean isRunning() {
    return endedAt == null;
  }

  /** Notes how it ended (TRI-5). */
  public void end(Instant at, boolean toPaid) {
    endedAt = at;
    converted = toPaid;
  }
}
