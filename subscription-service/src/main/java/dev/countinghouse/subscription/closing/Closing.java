package dev.countinghouse.subscription.closing;

import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.BillingPeriod;
import dev.countinghouse.subscription.domain.MauDay;
import dev.countinghouse.subscription.subscription.Subscription;
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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a closing is: of the period that ends at an instant (none, when a trial ends), and of the
 * one that starts there (none, when the subscription ends).
 */
@Entity
@IdClass(Closing.Key.class)
public class Closing extends PanacheEntityBase {

  /** The last step that is committed. */
  public enum Step {
    ASKING,
    COUNTED,
    RATED,
    INVOICED
  }

  @Id public String channel;

  /** The instant at which one period ends and the next starts. */
  @Id public String id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Step step;

  /** The same instant. */
  @Column(nullable = false)
  public Instant periodStart;

  /** The end of the period that starts; null when none does. */
  @Column public @Nullable Instant periodEnd;

  /** The start of the period that ends; null when what ends is a trial. */
  @Column public @Nullable Instant closedStart;

  /** The plan and the book that the ending period was on. */
  @Column public @Nullable String closedPlan;

  @Column public @Nullable String closedBook;
  @Column public @Nullable Integer closedBookVersion;

  /** The day whose MAU decides the tier; null when the channel has no full day yet (MAU-6). */
  @Column public @Nullable LocalDate mauOn;

  @Column public @Nullable Long mau;

  /** Sequence of metering's last event when it was asked. */
  @Column public @Nullable Long usageSequence;

  /** What is postpaid of the ending period: prepaid's answer as JSON. */
  @Column public @Nullable String overage;

  /** Sequence of the invoice; null also where there was nothing to invoice. */
  @Column public @Nullable Long invoice;

  /** The closing at that instant; null when it has not begun. */
  static Uni<@Nullable Closing> of(String channel, Instant at) {
    return Closing.findById(new Key(channel, at.toString()));
  }

  /** As {@link #of}; not to have begun is a bug. */
  static Uni<Closing> begun(String channel, Instant at) {
    return of(channel, at)
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no closing of " + at));
  }

  /** The start of a period after a trial. */
  static Closing first(String channel, BillingPeriod next, @Nullable LocalDate mauOn) {
    Closing closing = at(channel, next.start(), mauOn);
    closing.periodEnd = next.end();
    return closing;
  }

  /** The end of a subscription's current period, and the start of the next. */
  static Closing next(Channel channel, Subscription ending, BillingPeriod next) {
    Closing closing = last(channel, ending);
    closing.periodEnd = next.end();
    return closing;
  }

  /** The end of a subscription's current period, after which none follows. */
  static Closing last(Channel channel, Subscription ending) {
    var mauOn = MauDay.before(ending.periodEnd, ending.periodStart, channel.zone());
    Closing closing = at(ending.channel, ending.periodEnd, mauOn.orElse(null));
    closing.closedStart = ending.periodStart;
    closing.closedPlan = ending.plan;
    closing.closedBook = channel.priceBook;
    closing.closedBookVersion = channel.priceBookVersion;
    return closing;
  }

  private static Closing at(String channel, Instant at, @Nullable LocalDate mauOn) {
    Closing closing = new Closing();
    closing.channel = channel;
    closing.id = at.toString();
    closing.step = Step.ASKING;
    closing.periodStart = at;
    closing.mauOn = mauOn;
    return closing;
  }

  /** The period that starts. */
  BillingPeriod period() {
    return new BillingPeriod(periodStart, Objects.requireNonNull(periodEnd, "no period starts"));
  }

  /** The period that ends. */
  Optional<ClosedPeriod> closed() {
    return Optional.ofNullable(closedStart)
        .map(start -> new ClosedPeriod(new BillingPeriod(start, periodStart), plan(), book()));
  }

  void count(long answer, @Nullable Long countedUpTo) {
    if (step == Step.ASKING) {
      step = Step.COUNTED;
      mau = answer;
      usageSequence = countedUpTo;
    }
  }

  void rate(String answer) {
    if (step == Step.COUNTED) {
      step = Step.RATED;
      overage = answer;
    }
  }

  void invoice(@Nullable Long sequence) {
    step = Step.INVOICED;
    invoice = sequence;
  }

  private String plan() {
    return Objects.requireNonNull(closedPlan, "the plan of the ending period");
  }

  private ClosedPeriod.Book book() {
    return new ClosedPeriod.Book(
        Objects.requireNonNull(closedBook, "the book of the ending period"),
        Objects.requireNonNull(closedBookVersion, "its version"));
  }

  @RegisterForReflection
  public record Key(String channel, String id) {}
}
