package dev.countinghouse.subscription.closing;

import dev.countinghouse.subscription.domain.BillingPeriod;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far the start of one period is. */
@Entity
@IdClass(Closing.Key.class)
public class Closing extends PanacheEntityBase {

  /** The last step that is committed. */
  public enum Step {
    ASKING,
    COUNTED,
    INVOICED
  }

  @Id public String channel;

  /** The start of the period, as an instant. */
  @Id public String id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Step step;

  @Column(nullable = false)
  public Instant periodStart;

  @Column(nullable = false)
  public Instant periodEnd;

  /** The day whose MAU decides the tier; null when the channel has no full day yet (MAU-6). */
  @Column public @Nullable LocalDate mauOn;

  @Column public @Nullable Long mau;

  /** Sequence of the period's invoice. */
  @Column public @Nullable Long invoice;

  /** The saga of the period that starts then; null when it has not begun. */
  static Uni<@Nullable Closing> of(String channel, Instant start) {
    return Closing.findById(new Key(channel, start.toString()));
  }

  static Closing ask(String channel, BillingPeriod period, @Nullable LocalDate mauOn) {
    Closing closing = new Closing();
    closing.channel = channel;
    closing.id = period.start().toString();
    closing.step = Step.ASKING;
    closing.periodStart = period.start();
    closing.periodEnd = period.end();
    closing.mauOn = mauOn;
    return closing;
  }

  BillingPeriod period() {
    return new BillingPeriod(periodStart, periodEnd);
  }

  void count(long answer) {
    if (step == Step.ASKING) {
      step = Step.COUNTED;
      mau = answer;
    }
  }

  void invoice(long sequence) {
    step = Step.INVOICED;
    invoice = sequence;
  }

  @RegisterForReflection
  public record Key(String channel, String id) {}
}
