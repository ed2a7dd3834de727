package dev.countinghouse.subscription.charge;

import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.content.StoredContent;
import dev.countinghouse.subscription.domain.DraftLine;
import dev.countinghouse.subscription.domain.InvoiceDraft;
import dev.countinghouse.subscription.invoice.FinalizeInvoice;
import dev.countinghouse.subscription.invoice.Invoice;
import dev.countinghouse.subscription.invoice.InvoiceFacts;
import dev.countinghouse.subscription.payment.PaymentAttempt;
import dev.countinghouse.subscription.payment.PaymentOutcome;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/**
 * The last transaction of a charge: notes the provider's answer and, when paid, makes the invoice.
 */
@ApplicationScoped
class SettleCharge {

  private final FinalizeInvoice finalize;
  private final DueWork due;
  private final StoredContent contents;

  SettleCharge(FinalizeInvoice finalize, DueWork due, StoredContent contents) {
    this.finalize = finalize;
    this.due = due;
    this.contents = contents;
  }

  /** Only the first answer counts; a charge that has ended stays as it is. */
  Uni<ChargeAnswer> settle(
      Transaction transaction, String channelId, String id, PaymentOutcome outcome) {
    return Channel.lock(channelId)
        .chain(channel -> locked(channel, id))
        .call(locked -> settle(transaction, locked.channel(), locked.charge(), outcome))
        .map(locked -> locked.charge().answer());
  }

  private static Uni<Locked> locked(Channel channel, String id) {
    return Charge.of(channel.id, id)
        .map(charge -> new Locked(channel, Objects.requireNonNull(charge, "a begun charge")));
  }

  private Uni<Void> settle(
      Transaction transaction, Channel channel, Charge charge, PaymentOutcome outcome) {
    if (charge.status != Charge.Status.PENDING || outcome instanceof PaymentOutcome.Unknown) {
      return Uni.createFrom().voidItem();
    }
    ChargeRequest request = contents.read(charge.content, ChargeRequest.class);
    return note(charge, outcome, request)
        .chain(() -> end(transaction, channel, charge, request, outcome))
        .chain(() -> due.withdraw(transaction, channel.id, ResumeCharge.KIND, charge.id));
  }

  private Uni<Void> end(
      Transaction transaction,
      Channel channel,
      Charge charge,
      ChargeRequest request,
      PaymentOutcome outcome) {
    if (outcome instanceof PaymentOutcome.Declined declined) {
      charge.decline(declined.reason());
      return Uni.createFrom().voidItem();
    }
    return finalize
        .finalizeInvoice(transaction, channel, draft(request), facts(request))
        .invoke(invoice -> pay(charge, invoice))
        .replaceWithVoid();
  }

  private static void pay(Charge charge, Invoice invoice) {
    invoice.pay(invoice.issuedAt);
    charge.pay(invoice.sequence);
  }

  private static Uni<Void> note(Charge charge, PaymentOutcome outcome, ChargeRequest request) {
    return PaymentAttempt.<PaymentAttempt>findById(charge.attemptKey())
        .invoke(attempt -> Objects.requireNonNull(attempt).note(outcome, request.at()))
        .replaceWithVoid();
  }

  private static InvoiceDraft draft(ChargeRequest request) {
    return new InvoiceDraft(
        request.lines().stream().map(SettleCharge::line).toList(), request.currency());
  }

  private static DraftLine line(ChargeLine line) {
    return new DraftLine(
        line.description(), line.item(), line.quantity(), Optional.empty(), line.amountMinor());
  }

  private static InvoiceFacts facts(ChargeRequest request) {
    return new InvoiceFacts(request.kind(), request.at(), Optional.empty(), Optional.empty());
  }

  private record Locked(Channel channel, Charge charge) {}
}
