package dev.countinghouse.subscription.refund;

import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.subscription.invoice.CreditNoteNumber;
import dev.countinghouse.subscription.payment.RefundOrder;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A refund, by the id that the service asking for it chose. */
@Entity
@IdClass(Refund.Key.class)
public class Refund extends PanacheEntityBase {

  /** How far it is. */
  public enum Status {
    PENDING,
    REFUNDED,
    DECLINED
  }

  private static final String VOIDED = "refund.voided";
  private static final String NO_REQUEST = "{}";
  private static final String NONE = "";

  @Id public String channel;
  @Id public String id;

  /**
   * The request as JSON: what a repeat is compared with, and what a resumption reads; an empty one
   * of an id that was voided.
   */
  @Column(nullable = false)
  public String content;

  /** Id of the charge; empty of an id that was voided, as is the currency. */
  @Column(nullable = false)
  public String charge;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Status status;

  @Column(nullable = false)
  public long amountMinor;

  @Column(nullable = false)
  public String currency;

  /** Id of the payment that is paid back; null when none was to be. */
  @Column public @Nullable String attempt;

  /** Sequence of the credit note, once refunded. */
  @Column public @Nullable Long creditNote;

  @Column public @Nullable String reason;

  static Uni<@Nullable Refund> of(String channel, String id) {
    return Refund.findById(new Key(channel, id));
  }

  /** Those of a charge whose money is or may be back. */
  static Uni<List<Refund>> notDeclined(String channel, String charge) {
    return list(
        "channel = ?1 and charge = ?2 and status <> ?3 order by id",
        channel,
        charge,
        Status.DECLINED);
  }

  /** An id by which nothing was asked for, and by which nothing ever is paid back. */
  static Refund voided(String channel, String id) {
    Refund refund = new Refund();
    refund.channel = channel;
    refund.id = id;
    refund.content = NO_REQUEST;
    refund.charge = NONE;
    refund.currency = NONE;
    refund.decline(VOIDED);
    return refund;
  }

  /** Whether its id was voided before anything was asked for by it. */
  boolean isVoided() {
    return VOIDED.equals(reason);
  }

  /** What the provider is asked. */
  RefundOrder order() {
    return new RefundOrder(
        channel,
        id,
        Objects.requireNonNull(attempt, "a refund that asks has a payment"),
        amountMinor,
        currency);
  }

  void complete(long creditNoteSequence) {
    status = Status.REFUNDED;
    creditNote = creditNoteSequence;
  }

  void decline(String why) {
    status = Status.DECLINED;
    reason = why;
  }

  RefundAnswer answer() {
    return switch (status) {
      case PENDING -> new RefundAnswer(RefundAnswer.PENDING, null, null);
      case DECLINED -> new RefundAnswer(RefundAnswer.DECLINED, null, reason);
      case REFUNDED ->
          new RefundAnswer(
              RefundAnswer.REFUNDED,
              creditNote == null ? null : CreditNoteNumber.of(creditNote),
              null);
    };
  }

  @RegisterForReflection
  public record Key(String channel, String id) {}
}
