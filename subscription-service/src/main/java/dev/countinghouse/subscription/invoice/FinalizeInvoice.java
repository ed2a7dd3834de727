package dev.countinghouse.subscription.invoice;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.event.InvoiceIssued;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.BillingPeriod;
import dev.countinghouse.subscription.domain.InvoiceDraft;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/** Gives a draft the channel's next number and writes it, for good. */
@ApplicationScoped
public class FinalizeInvoice {

  private final Outbox outbox;

  FinalizeInvoice(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Writes the invoice. One that amounts to nothing is paid as it is issued.
   *
   * @param channel locked in this transaction
   */
  public Uni<Invoice> finalizeInvoice(
      Transaction transaction, Channel channel, InvoiceDraft draft, InvoiceFacts facts) {
    Invoice invoice = invoice(channel, draft, facts);
    return invoice
        .<Invoice>persist()
        .chain(() -> persistLines(lines(invoice, draft)))
        .chain(() -> outbox.append(transaction, issued(invoice)))
        .replaceWith(invoice);
  }

  private static Invoice invoice(Channel channel, InvoiceDraft draft, InvoiceFacts facts) {
    Invoice invoice = new Invoice();
    invoice.channel = channel.id;
    invoice.sequence = channel.takeInvoiceSequence();
    invoice.id = Ids.create(Ids.INVOICE);
    invoice.kind = facts.kind();
    invoice.status = Invoice.Status.OPEN;
    invoice.currency = draft.currency();
    invoice.issuedAt = facts.issuedAt();
    invoice.periodStart = facts.period().map(BillingPeriod::start).orElse(null);
    invoice.periodEnd = facts.period().map(BillingPeriod::end).orElse(null);
    invoice.totalMinor = draft.totalMinor();
    invoice.mauOn = facts.mau().map(InvoiceFacts.MauAt::on).orElse(null);
    invoice.mau = facts.mau().map(InvoiceFacts.MauAt::mau).orElse(null);
    invoice.book = channel.priceBook;
    invoice.bookVersion = channel.priceBookVersion;
    if (invoice.totalMinor == 0) {
      invoice.pay(facts.issuedAt());
    }
    return invoice;
  }

  private static List<InvoiceLine> lines(Invoice invoice, InvoiceDraft draft) {
    return IntStream.range(0, draft.lines().size())
        .mapToObj(position -> InvoiceLine.of(invoice, position, draft.lines().get(position)))
        .toList();
  }

  private static Uni<Void> persistLines(List<InvoiceLine> lines) {
    return Multi.createFrom()
        .iterable(lines)
        .onItem()
        .transformToUniAndConcatenate(line -> line.<InvoiceLine>persist())
        .onItem()
        .ignoreAsUni();
  }

  private static OutgoingEvent issued(Invoice invoice) {
    InvoiceIssued data =
        new InvoiceIssued(
            invoice.channel,
            invoice.number(),
            invoice.kind,
            invoice.totalMinor,
            invoice.currency,
            invoice.issuedAt);
    return new OutgoingEvent(invoice.channel, InvoiceIssued.TYPE, data, invoice.issuedAt);
  }
}
