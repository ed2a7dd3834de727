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
import org.jspecify.annotations.Nullable;

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

    /** It is not published: it could be neither sold nor billed by, or no event carries it. */
    record Invalid(String field, String expected) implements Result {}
  }

  Uni<Result> publish(Transaction transaction, BookDocument document, Instant now) {
    return published(transaction, document)
        .chain(
            known ->
                known == null
                    ? publishNew(transaction, document, now)
                    : Uni.createFrom().item(known));
  }

  private Uni<Result> publishNew(Transaction transaction, BookDocument document, Instant now) {
    Result.Invalid invalid = invalid(document);
    return invalid == null
        ? insert(transaction, document, now)
            .chain(inserted -> inserted(transaction, document, now, inserted))
        : Uni.createFrom().item(invalid);
  }

  private Result.@Nullable Invalid invalid(BookDocument document) {
    if (document.json().length() > settings.maxCharacters()) {
      return new Result.Invalid("", "at most " + settings.maxCharacters() + " characters");
    }
    return document
        .objection()
        .map(objection -> new Result.Invalid(objection.field(), objection.expected()))
        .orElse(null);
  }

  /** Where another published it meanwhile, that is the answer. */
  private Uni<Result> inserted(
      Transaction transaction, BookDocument document, Instant now, int rows) {
    return rows == 0
        ? published(transaction, document).onItem().ifNull().failWith(IllegalStateException::new)
        : tell(transaction, document, now).replaceWith(new Result.Published());
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

  private static Uni<@Nullable Result> published(Transaction transaction, BookDocument document) {
    return transaction
        .selectFirst(PUBLISHED, document.book().id(), document.book().version())
        .map(row -> row == null ? null : compared(row.string(0), document));
  }

  private static Result compared(String hash, BookDocument document) {
    return hash.equals(document.hash()) ? new Result.Published() : new Result.OtherContent();
  }
}
