package dev.countinghouse.subscription.closing;

import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.InvoiceDraft;
import dev.countinghouse.subscription.domain.Selection;
import dev.countinghouse.subscription.dunning.PayInvoice;
import dev.countinghouse.subscription.invoice.FinalizeInvoice;
import dev.countinghouse.subscription.invoice.Invoice;
import dev.countinghouse.subscription.invoice.InvoiceFacts;
import dev.countinghouse.subscription.pricebook.PriceBooks;
import dev.countinghouse.subscription.subscription.Subscription;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/**
 * What every period's start writes in its one transaction, besides the subscription itself: the
 * event, the invoice of plan and add-ons in advance (SUB-1a), and the work that follows.
 */
@ApplicationScoped
class IssueFee {

  private final PriceBooks books;
  private final FinalizeInvoice finalize;
  private final Outbox outbox;
  private final DueWork due;

  IssueFee(PriceBooks books, FinalizeInvoice finalize, Outbox outbox, DueWork due) {
    this.books = books;
    this.finalize = finalize;
    this.outbox = outbox;
    this.due = due;
  }

  /**
   * Writes them.
   *
   * @param channel locked in this transaction
   * @param closing whose usage is counted
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
        .chain(draft -> finalize.finalizeInvoice(transaction, channel, draft, facts(closing)))
        .invoke(invoice -> closing.invoice(invoice.sequence))
        .chain(invoice -> scheduleWhatFollows(transaction, invoice, closing));
  }

  private Uni<Void> scheduleWhatFollows(Transaction transaction, Invoice invoice, Closing closing) {
    String end = closing.periodEnd.toString();
    return due.schedule(transaction, closing.channel, Subscription.CLOSE, end, closing.periodEnd)
        .chain(() -> pay(transaction, invoice));
  }

  private Uni<Void> pay(Transaction transaction, Invoice invoice) {
    return invoice.status == Invoice.Status.PAID
        ? Uni.createFrom().voidItem()
        : due.schedule(
            transaction, invoice.channel, PayInvoice.KIND, invoice.number(), invoice.issuedAt);
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
            closing.periodEnd,
            first);
    return new OutgoingEvent(channel.id, PeriodStarted.TYPE, data, closing.periodStart);
  }
}
