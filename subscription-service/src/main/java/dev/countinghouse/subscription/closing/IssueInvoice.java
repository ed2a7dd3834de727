package dev.countinghouse.subscription.closing;

import dev.countinghouse.clock.DueWork;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.InvoiceDraft;
import dev.countinghouse.subscription.dunning.PayInvoice;
import dev.countinghouse.subscription.invoice.FinalizeInvoice;
import dev.countinghouse.subscription.invoice.Invoice;
import dev.countinghouse.subscription.invoice.InvoiceFacts;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finalizes an invoice and has it paid. */
@ApplicationScoped
class IssueInvoice {

  private final FinalizeInvoice finalize;
  private final DueWork due;

  IssueInvoice(FinalizeInvoice finalize, DueWork due) {
    this.finalize = finalize;
    this.due = due;
  }

  /**
   * @param channel locked in this transaction
   */
  Uni<Invoice> issue(
      Transaction transaction, Channel channel, InvoiceDraft draft, InvoiceFacts facts) {
    return finalize
        .finalizeInvoice(transaction, channel, draft, facts)
        .call(invoice -> pay(transaction, invoice));
  }

  private Uni<Void> pay(Transaction transaction, Invoice invoice) {
    return invoice.status == Invoice.Status.PAID
        ? Uni.createFrom().voidItem()
        : due.schedule(
            transaction, invoice.channel, PayInvoice.KIND, invoice.number(), invoice.issuedAt);
  }
}
