package dev.countinghouse.subscription.dunning;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.invoice.Invoice;
import dev.countinghouse.subscription.invoice.InvoiceNumber;
import dev.countinghouse.subscription.payment.AskProvider;
import dev.countinghouse.subscription.payment.PaymentAttempt;
import dev.countinghouse.subscription.payment.PaymentMethod;
import dev.countinghouse.subscription.payment.PaymentOutcome;
import dev.countinghouse.subscription.payment.PaymentOutcome.Declined;
import dev.countinghouse.subscription.payment.PaymentSettings;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes the payment of one open invoice by the card on file. Its due work is moved to the next try
 * until the invoice is paid or given up.
 */
@ApplicationScoped
public class PayInvoice implements DueWorkHandler {

  /** Kind of the due work; its id is the invoice's number. */
  public static final String KIND = "invoice.pay";

  private final Transactions transactions;
  private final AskProvider ask;
  private final AfterFailure afterFailure;
  private final DueWork due;
  private final PaymentSettings settings;

  PayInvoice(
      Transactions transactions,
      AskProvider ask,
      AfterFailure afterFailure,
      DueWork due,
      PaymentSettings settings) {
    this.transactions = transactions;
    this.ask = ask;
    this.afterFailure = afterFailure;
    this.due = due;
    this.settings = settings;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return transactions
        .run(tx -> begin(tx, item))
        .chain(attempt -> attempt == null ? Uni.createFrom().voidItem() : take(item, attempt));
  }

  private Uni<Void> take(DueItem item, PaymentAttempt attempt) {
    return ask.insisting(attempt.order())
        .chain(outcome -> transactions.run(tx -> settle(tx, item, attempt, outcome)));
  }

  /** The attempt to ask the provider about, begun now or before; null when there is none. */
  private Uni<@Nullable PaymentAttempt> begin(Transaction transaction, DueItem item) {
    return Channel.lock(item.channel())
        .chain(
            channel -> invoice(item).chain(invoice -> begin(transaction, item, channel, invoice)));
  }

  private Uni<@Nullable PaymentAttempt> begin(
      Transaction transaction, DueItem item, Channel channel, Invoice invoice) {
    if (invoice.status != Invoice.Status.OPEN) {
      return Uni.createFrom().nullItem();
    }
    return unanswered(invoice)
        .chain(
            attempt ->
                attempt != null
                    ? Uni.createFrom().item(attempt)
                    : start(transaction, item, channel, invoice));
  }

  private Uni<@Nullable PaymentAttempt> start(
      Transaction transaction, DueItem item, Channel channel, Invoice invoice) {
    return PaymentMethod.current(invoice.channel)
        .chain(
            method ->
                method == null
                    ? withoutMethod(transaction, item, channel, invoice)
                    : start(item, invoice, method));
  }

  private static Uni<PaymentAttempt> start(DueItem item, Invoice invoice, PaymentMethod method) {
    return PaymentAttempt.start(
            method, purpose(invoice), invoice.totalMinor, invoice.currency, item.dueAt())
        .persist();
  }

  private Uni<@Nullable PaymentAttempt> withoutMethod(
      Transaction transaction, DueItem item, Channel channel, Invoice invoice) {
    return PaymentAttempt.withoutMethod(
            invoice.channel, purpose(invoice), invoice.totalMinor, invoice.currency, item.dueAt())
        .<PaymentAttempt>persist()
        .chain(() -> afterFailure.follow(transaction, item, channel, invoice))
        .chain(() -> Uni.createFrom().nullItem());
  }

  private Uni<Void> settle(
      Transaction transaction, DueItem item, PaymentAttempt asked, PaymentOutcome outcome) {
    return Channel.lock(item.channel())
        .chain(
            channel ->
                invoice(item)
                    .chain(invoice -> settle(transaction, item, channel, invoice, asked, outcome)));
  }

  private Uni<Void> settle(
      Transaction transaction,
      DueItem item,
      Channel channel,
      Invoice invoice,
      PaymentAttempt asked,
      PaymentOutcome outcome) {
    if (invoice.status != Invoice.Status.OPEN) {
      return Uni.createFrom().voidItem();
    }
    return note(asked, outcome, item)
        .chain(() -> follow(transaction, item, channel, invoice, outcome));
  }

  private Uni<Void> follow(
      Transaction transaction,
      DueItem item,
      Channel channel,
      Invoice invoice,
      PaymentOutcome outcome) {
    return switch (outcome) {
      case PaymentOutcome.Succeeded() -> paid(transaction, item, invoice);
      case Declined declined -> afterFailure.follow(transaction, item, channel, invoice);
      case PaymentOutcome.Unknown() -> later(transaction, item);
    };
  }

  private Uni<Void> paid(Transaction transaction, DueItem item, Invoice invoice) {
    invoice.pay(item.dueAt());
    return afterFailure.recover(invoice.channel).chain(() -> due.finish(transaction, item));
  }

  private Uni<Void> later(Transaction transaction, DueItem item) {
    return due.schedule(
        transaction, item.channel(), KIND, item.id(), item.dueAt().plus(settings.inquiryDelay()));
  }

  private static Uni<Void> note(PaymentAttempt asked, PaymentOutcome outcome, DueItem item) {
    return PaymentAttempt.<PaymentAttempt>findById(new PaymentAttempt.Key(asked.channel, asked.id))
        .invoke(attempt -> Objects.requireNonNull(attempt).note(outcome, item.dueAt()))
        .replaceWithVoid();
  }

  private static Uni<@Nullable PaymentAttempt> unanswered(Invoice invoice) {
    return PaymentAttempt.of(invoice.channel, purpose(invoice))
        .map(all -> all.stream().filter(PaymentAttempt::isUnanswered).findFirst().orElse(null));
  }

  private static Uni<Invoice> invoice(DueItem item) {
    long sequence = InvoiceNumber.sequence(item.id()).orElseThrow();
    return Invoice.<Invoice>findById(new Invoice.Key(item.channel(), sequence))
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no invoice " + item.id()));
  }

  static String purpose(Invoice invoice) {
    return "invoice/" + invoice.number();
  }
}
