package dev.countinghouse.subscription.refund;

import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.contracts.internal.RefundRequest;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.charge.Charge;
import dev.countinghouse.subscription.content.StoredContent;
import dev.countinghouse.subscription.domain.DraftLine;
import dev.countinghouse.subscription.domain.InvoiceDraft;
import dev.countinghouse.subscription.invoice.CreditNote;
import dev.countinghouse.subscription.invoice.IssueCreditNote;
import dev.countinghouse.subscription.payment.RefundOutcome;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/**
 * The last transaction of a refund: notes the provider's answer and, when the money is back, issues
 * the credit note.
 */
@ApplicationScoped
class SettleRefund {

  private final IssueCreditNote issue;
  private final DueWork due;
  private final StoredContent contents;

  SettleRefund(IssueCreditNote issue, DueWork due, StoredContent contents) {
    this.issue = issue;
    this.due = due;
    this.contents = contents;
  }

  /** Only the first answer counts; a refund that has ended stays as it is. */
  Uni<RefundAnswer> settle(
      Transaction transaction, String channelId, String id, RefundOutcome outcome) {
    return Channel.lock(channelId)
        .chain(channel -> locked(channel, id))
        .call(locked -> settle(transaction, locked, outcome))
        .map(locked -> locked.refund().answer());
  }

  private static Uni<Locked> locked(Channel channel, String id) {
    return Refund.of(channel.id, id)
        .map(refund -> new Locked(channel, Objects.requireNonNull(refund, "a begun refund")));
  }

  private Uni<Void> settle(Transaction transaction, Locked locked, RefundOutcome outcome) {
    if (locked.refund().status != Refund.Status.PENDING) {
      return Uni.createFrom().voidItem();
    }
    return switch (outcome) {
      case RefundOutcome.Unknown() -> Uni.createFrom().voidItem();
      case RefundOutcome.Refused(String reason) -> {
        locked.refund().decline(reason);
        yield withdraw(transaction, locked.refund());
      }
      case RefundOutcome.Returned() ->
          creditNote(locked).chain(() -> withdraw(transaction, locked.refund()));
    };
  }

  private Uni<Void> creditNote(Locked locked) {
    Refund refund = locked.refund();
    RefundRequest request = contents.read(refund.content, RefundRequest.class);
    return Charge.of(refund.channel, refund.charge)
        .map(charge -> Objects.requireNonNull(charge, "a charge that is paid back").invoice)
        .map(invoice -> Objects.requireNonNull(invoice, "a paid charge has an invoice"))
        .chain(invoice -> issue(locked, invoice, request))
        .invoke(note -> refund.complete(note.sequence))
        .replaceWithVoid();
  }

  private Uni<CreditNote> issue(Locked locked, long invoice, RefundRequest request) {
    String cause = "refund/" + locked.refund().id;
    return issue.issue(locked.channel(), invoice, draft(request), cause, request.at());
  }

  private Uni<Void> withdraw(Transaction transaction, Refund refund) {
    return due.withdraw(transaction, refund.channel, ResumeRefund.KIND, refund.id);
  }

  private static InvoiceDraft draft(RefundRequest request) {
    return new InvoiceDraft(
        request.lines().stream().map(SettleRefund::line).toList(), request.currency());
  }

  private static DraftLine line(ChargeLine line) {
    return new DraftLine(
        line.description(), line.item(), line.quantity(), Optional.empty(), line.amountMinor());
  }

  private record Locked(Channel channel, Refund refund) {}
}
