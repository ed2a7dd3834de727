package dev.countinghouse.subscription.pricebook;

import dev.countinghouse.contracts.event.PriceBookPublished;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Publishes a version of a price book, once and for ever, and tells the other services (BOOK-1).
 */
@ApplicationScoped
public class PublishPriceBook {

  private static final String INSERT =
      "insert into price_book (id, version, effective_from, currency, content, hash, published_at)"
          + " values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing";
  private static final String PUBLISHED =
      "select hash from price_book where id = $1 and version = $2";

  private final Outbox outbox;
  private final PriceBookSettings settings;

  PublishPriceBook(Outbox outbox, PriceBookSettings settings) {
    this.outbox = outbox;
    this.settings = settings;
  }

  /** What came of it. */
  sealed interface Result {
    /** It is published, by this call or an earlier one with the same content. */
    record Published() implements Result {}

    /** That version is published with other content. */
    record OtherContent() implements Result {}

    /** Its JSON is longer than an event carries. */
    record TooLong(int maxCharacters) implements Result {}
  }

  Uni<Result> publish(Transaction transaction, BookDocument document, Instant now) {
    if (document.json().length() > settings.maxCharacters()) {
      return Uni.createFrom().item(new Result.TooLong(settings.maxCharacters()));
    }
    return insert(transaction, document, now)
        .chain(
            inserted ->
                inserted == 0
                    ? compare(transaction, document)
                    : tell(transaction, document, now).replaceWith(new Result.Published()));
  }

  private Uni<Long> tell(Transaction transaction, BookDocument document, Instant now) {
    var book = document.book();
    return outbox.append(
        transaction,
        new OutgoingEvent(
            PriceBookPublished.key(book.id()),
            PriceBookPublished.TYPE,
            new PriceBookPublished(book.id(), book.version(), document.json()),
            now));
  }

  private static Uni<Integer> insert(Transaction transaction, BookDocument document, Instant now) {
    var book = document.book();
    return transaction.update(
        INSERT,
        book.id(),
        book.version(),
        book.effectiveFrom(),
        book.currency().orElse(null),
        document.json(),
        document.hash(),
        OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
  }

  private static Uni<Result> compare(Transaction transaction, BookDocument document) {
    return transaction
        .selectFirst(PUBLISHED, document.book().id(), document.book().version())
        .map(
            row ->
                row != null && row.string(0).equals(document.hash())
                    ? new Result.Published()
                    : new Result.OtherContent());
  }
}
