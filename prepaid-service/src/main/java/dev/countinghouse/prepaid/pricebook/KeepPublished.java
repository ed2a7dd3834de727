package dev.countinghouse.prepaid.pricebook;

import dev.countinghouse.contracts.event.PriceBookPublished;
import dev.countinghouse.outbox.InboxHandler;
import dev.countinghouse.outbox.IncomingEvent;
import dev.countinghouse.outbox.PermanentFailure;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps each version of a price book that subscription-service tells of (BOOK-1). */
@ApplicationScoped
class KeepPublished implements InboxHandler {

  private final PriceBooks books;

  KeepPublished(PriceBooks books) {
    this.books = books;
  }

  @Override
  public Set<String> types() {
    return Set.of(PriceBookPublished.TYPE);
  }

  /** What cannot be read as that book is kept by nobody: it would fail every channel on it. */
  @Override
  public Uni<Void> handle(Transaction transaction, IncomingEvent event) {
    PriceBookPublished published = event.as(PriceBookPublished.class);
    check(published);
    return books.keep(transaction, published.id(), published.version(), published.document());
  }

  private static void check(PriceBookPublished told) {
    try {
      BookReader.read(told.id(), told.version(), told.document());
    } catch (IllegalArgumentException unreadable) {
      throw new PermanentFailure(
          "version %d of price book %s cannot be read: %s"
              .formatted(told.version(), told.id(), unreadable.getMessage()),
          unreadable);
    }
  }
}
