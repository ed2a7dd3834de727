package dev.countinghouse.subscription.payment;

import dev.countinghouse.contracts.Ids;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One try to take money for a purpose. */
@Entity
@IdClass(PaymentAttempt.Key.class)
public class PaymentAttempt extends PanacheEntityBase {

  private static final String PREFIX = "pay";

  /** How far it is. */
  public enum State {
    /** The provider is or will be asked; its answer is not known. */
    STARTED,
    SUCCEEDED,
    DECLINED
  }

  @Id public String channel;
  @Id public String id;

  /** What the money is for: {@code invoice/INV-000001}, {@code charge/…}. */
  @Column(nullable = false)
  public String purpose;

  /** Null when there was none to try. */
  @Column public @Nullable String card;

  @Column(nullable = false)
  public long amountMinor;

  @Column(nullable = false)
  public String currency;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public State state;

  @Column(nullable = false)
  public Instant startedAt;

  @Column public @Nullable Instant endedAt;
  @Column public @Nullable String reason;

  /** A new attempt with that method. */
  public static PaymentAttempt start(
      PaymentMethod method, String purpose, long amountMinor, String currency, Instant now) {
    PaymentAttempt attempt = of(method.channel, purpose, amountMinor, currency, now);
    attempt.card = method.card;
    return attempt;
  }

  /** An attempt that failed before the provider could be asked: there is nothing to pay with. */
  public static PaymentAttempt withoutMethod(
      String channel, String purpose, long amountMinor, String currency, Instant now) {
    PaymentAttempt attempt = of(channel, purpose, amountMinor, currency, now);
    attempt.end(State.DECLINED, PaymentOutcome.Declined.NO_METHOD, now);
    return attempt;
  }

  private static PaymentAttempt of(
      String channel, String purpose, long amountMinor, String currency, Instant now) {
    PaymentAttempt attempt = new PaymentAttempt();
    attempt.channel = channel;
    attempt.id = Ids.create(PREFIX);
    attempt.purpose = purpose;
    attempt.amountMinor = amountMinor;
    attempt.currency = currency;
    attempt.state = State.STARTED;
    attempt.startedAt = now;
    return attempt;
  }

  /** All attempts for a purpose, oldest first. */
  public static Uni<List<PaymentAttempt>> of(String channel, String purpose) {
    return list("channel = ?1 and purpose = ?2 order by id", channel, purpose);
  }

  /** What the provider is asked. */
  public PaymentOrder order() {
    return new PaymentOrder(
        channel, id, Objects.requireNonNull(card, "no card"), amountMinor, currency);
  }

  /** Whether the provider's answer is not known. */
  public boolean isUnanswered() {
    return state == State.STARTED;
  }

  /** Notes the provider's answer; an answer that is not known yet leaves it started. */
  public void note(PaymentOutcome outcome, Instant now) {
    switch (outcome) {
      case PaymentOutcome.Succeeded succeeded -> end(State.SUCCEEDED, null, now);
      case PaymentOutcome.Declined declined -> end(State.DECLINED, declined.reason(), now);
      case PaymentOutcome.Unknown unknown -> {
        // Stays started: the next question carries the same id.
      }
    }
  }

  private void end(State ended, @Nullable String why, Instant now) {
    if (state == State.STARTED) {
      state = ended;
      reason = why;
      endedAt = now;
    }
  }

  @RegisterForReflection
  public record Key(String channel, String id) {}
}
