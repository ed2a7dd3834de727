package dev.countinghouse.subscription.charge;

import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.subscription.invoice.InvoiceNumber;
import dev.countinghouse.subscription.payment.PaymentAttempt;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A charge, by the id that the service asking for it chose. */
@Entity
@IdClass(Charge.Key.class)
public class Charge extends PanacheEntityBase {

  /** How far it is. */
  public enum Status {
    PENDING,
    PAID,
    DECLINED
  }

  private static final String VOIDED = "charge.voided";
  private static final String NO_REQUEST = "{}";

  @Id public String channel;
  @Id public String id;

  /**
   * The request as JSON: what a repeat is compared with, and what a resumption reads; an empty one
   * of an id that was voided.
   */
  @Column(nullable = false)
  public String content;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Status status;

  /** Id of the payment's attempt; null when there was nothing to pay with. */
  @Column public @Nullable String attempt;

  /** Sequence of the invoice, once paid. */
  @Column public @Nullable Long invoice;

  @Column public @Nullable String reason;

  /** The charge by its caller's id; null when there is none. */
  public static Uni<@Nullable Charge> of(String channel, String id) {
    return Charge.findById(new Key(channel, id));
  }

  static Charge pending(String channel, String id, String content) {
    Charge charge = new Charge();
    charge.channel = channel;
    charge.id = id;
    charge.content = content;
    charge.status = Status.PENDING;
    return charge;
  }

  /** An id by which nothing was asked for, and by which nothing ever is charged. */
  static Charge voided(String channel, String id) {
    Charge charge = pending(channel, id, NO_REQUEST);
    charge.decline(VOIDED);
    return charge;
  }

  /** Whether its id was voided before anything was asked for by it. */
  boolean isVoided() {
    return VOIDED.equals(reason);
  }

  /** The key of its payment's attempt; only while there is one. */
  public PaymentAttempt.Key attemptKey() {
    return new PaymentAttempt.Key(
        channel, Objects.requireNonNull(attempt, "a charge that asks has an attempt"));
  }

  void pay(long invoiceSequence) {
    status = Status.PAID;
    invoice = invoiceSequence;
  }

  void decline(String why) {
    status = Status.DECLINED;
    reason = why;
  }

  ChargeAnswer answer() {
    return switch (status) {
      case PENDING -> new ChargeAnswer(ChargeAnswer.PENDING, null, null);
      case DECLINED -> new ChargeAnswer(ChargeAnswer.DECLINED, null, reason);
      case PAID ->
          new ChargeAnswer(
              ChargeAnswer.PAID, invoice == null ? null : InvoiceNumber.of(invoice), null);
    };
  }

  @RegisterForReflection
  public record Key(String channel, String id) {}
}
