package dev.countinghouse.subscription.closing;

import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.InvoiceDraft;
import dev.countinghouse.subscription.domain.Selection;
import dev.countinghouse.subscription.invoice.Invoice;
import dev.countinghouse.subscription.invoice.InvoiceFacts;
import dev.countinghouse.subscription.pricebook.PriceBooks;
import dev.countinghouse.subscription.subscription.Subscription;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What every period's start writes in its one transaction, besides the subscription itself: the
 * event, the invoice of plan and add-ons in advance and the overage in arrears (SUB-1a), and the
 * work that follows.
 */
@ApplicationScoped
class IssueFee {

  private final PriceBooks books;
  private final OverageLines overage;
  private final IssueInvoice issue;
  private final Outbox outbox;
  private final DueWork due;

  IssueFee(PriceBooks books, OverageLines overage, IssueInvoice issue, Outbox outbox, DueWork due) {
    this.books = books;
    this.overage = overage;
    this.issue = issue;
    this.outbox = outbox;
    this.due = due;
  }

  /**
   * Writes them.
   *
   * @param channel locked in this transaction
   * @param closing whose usage is counted and whose overage is rated
   * @param first whether no paid period came directly before
   */
  Uni<Void> issue(
      Transaction transaction,
      Channel channel,
      Selection selection,
      Closing closing,
      boolean first) {
    return outbox
        .append(transaction, started(channel, selection, closing, first))
        .chain(() -> books.get(transaction, channel.priceBook, channel.priceBookVersion))
        .map(book -> InvoiceDraft.monthlyFee(book, selection, mau(closing)))
        .map(fee -> fee.with(overage.of(closing)))
        .chain(draft -> issue.issue(transaction, channel, draft, facts(closing)))
        .invoke(invoice -> closing.invoice(invoice.sequence))
        .chain(() -> scheduleItsEnd(transaction, closing.channel, closing.period().end()));
  }

  private Uni<Void> scheduleItsEnd(Transaction transaction, String channel, Instant end) {
    return due.schedule(transaction, channel, Subscription.CLOSE, end.toString(), end);
  }

  private static InvoiceFacts facts(Closing closing) {
    return new InvoiceFacts(
        Invoice.SUBSCRIPTION,
        closing.periodStart,
        Optional.of(closing.period()),
        Optional.ofNullable(closing.mauOn).map(on -> new InvoiceFacts.MauAt(on, mau(closing))));
  }

  private static long mau(Closing closing) {
    return Objects.requireNonNull(closing.mau, "the usage is counted");
  }

  private static OutgoingEvent started(
      Channel channel, Selection selection, Closing closing, boolean first) {
    PeriodStarted data =
        new PeriodStarted(
            channel.id,
            selection.plan(),
            selection.addOns(),
            channel.priceBook,
            channel.priceBookVersion,
            closing.periodStart,
            closing.period().end(),
            first);
    return new OutgoingEvent(channel.id, PeriodStarted.TYPE, data, closing.periodStart);
  }
}
