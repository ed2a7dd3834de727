package dev.countinghouse.subscription.closing;

import dev.countinghouse.contracts.internal.ClosingAnswer;
import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.contracts.internal.ClosingRequest.GaugeReading;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.PriceBook;
import dev.countinghouse.subscription.domain.Product;
import dev.countinghouse.subscription.pricebook.PriceBooks;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The saga's third step: asks what of the ending period is postpaid (SUB-1a, PRE-9), and stores the
 * answer.
 */
@ApplicationScoped
class RateOverage {

  private final OverageSource source;
  private final PriceBooks books;
  private final Transactions transactions;
  private final OverageLines lines;

  RateOverage(
      OverageSource source, PriceBooks books, Transactions transactions, OverageLines lines) {
    this.source = source;
    this.books = books;
    this.transactions = transactions;
    this.lines = lines;
  }

  private record Question(long usageSequence, ClosingRequest request) {}

  /** Outside a transaction; an answer that is stored already is not asked for again. */
  Uni<Void> rate(String channel, Instant at) {
    return transactions
        .run(tx -> question(tx, channel, at))
        .chain(
            question ->
                question == null ? Uni.createFrom().voidItem() : ask(channel, at, question));
  }

  /** Null when there is nothing left to ask. */
  private Uni<@Nullable Question> question(Transaction transaction, String channel, Instant at) {
    return Closing.begun(channel, at)
        .chain(
            closing ->
                closing.step == Closing.Step.COUNTED && closing.closed().isPresent()
                    ? question(transaction, closing, closing.closed().get())
                    : Uni.createFrom().nullItem());
  }

  private Uni<@Nullable Question> question(
      Transaction transaction, Closing closing, ClosedPeriod closed) {
    long counted = Objects.requireNonNull(closing.usageSequence, "the usage is counted");
    return books
        .get(transaction, closed.book().id(), closed.book().version())
        .map(book -> new Question(counted, closed.request(gauges(book, closing))));
  }

  /** The MAU of the period's last day; other gauges have no reading yet. */
  private static List<GaugeReading> gauges(PriceBook book, Closing closing) {
    return closing.mau != null && closing.mauOn != null && book.gaugeMeters().contains(Product.MAU)
        ? List.of(new GaugeReading(Product.MAU, closing.mau))
        : List.of();
  }

  private Uni<Void> ask(String channel, Instant at, Question question) {
    return source
        .overage(channel, question.usageSequence(), question.request())
        .chain(answer -> transactions.run(tx -> store(channel, at, answer)));
  }

  private Uni<Void> store(String channel, Instant at, ClosingAnswer answer) {
    return Channel.lock(channel)
        .chain(() -> Closing.begun(channel, at))
        .invoke(closing -> closing.rate(lines.write(answer)))
        .replaceWithVoid();
  }
}
