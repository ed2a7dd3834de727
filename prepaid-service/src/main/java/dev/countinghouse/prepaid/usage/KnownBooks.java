package dev.countinghouse.prepaid.usage;

import dev.countinghouse.prepaid.domain.Book;
import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.domain.PlanHistory;
import dev.countinghouse.prepaid.pricebook.PriceBooks;
import dev.countinghouse.prepaid.usage.BillingPeriods.BookId;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The price books of what a channel was on. */
@ApplicationScoped
public class KnownBooks {

  private final Transactions transactions;
  private final BillingPeriods periods;
  private final PriceBooks books;

  KnownBooks(Transactions transactions, BillingPeriods periods, PriceBooks books) {
    this.transactions = transactions;
    this.periods = periods;
    this.books = books;
  }

  /** Sees to it that every book the channel has been on is here; outside a transaction. */
  public Uni<Void> fetch(String channel) {
    return transactions.run(transaction -> periods.books(transaction, channel)).chain(this::fetch);
  }

  private Uni<Void> fetch(List<BookId> ids) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (BookId id : ids) {
      done = done.chain(() -> books.find(id.id(), id.version())).replaceWithVoid();
    }
    return done;
  }

  /** An item that a book has which the channel has been on; null when none has it. */
  Uni<@Nullable BookItem> item(String channel, String item) {
    return transactions
        .run(transaction -> periods.books(transaction, channel))
        .chain(ids -> item(ids, item));
  }

  private Uni<@Nullable BookItem> item(List<BookId> ids, String item) {
    Uni<@Nullable BookItem> found = Uni.createFrom().nullItem();
    for (BookId id : ids) {
      found = found.onItem().ifNull().switchTo(() -> item(id, item));
    }
    return found;
  }

  private Uni<@Nullable BookItem> item(BookId id, String item) {
    return books.find(id.id(), id.version()).map(book -> book.items().get(item));
  }

  /**
   * The book of a plan whose usage was counted by it before.
   *
   * @throws IllegalStateException when it is not here
   */
  public Uni<Book> of(Transaction transaction, ChannelPlan plan) {
    return books
        .findHere(transaction, plan.book(), plan.bookVersion())
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no price book " + id(plan)));
  }

  /** Those of a history that are here, by the plans that name them. */
  Uni<Map<BookId, Book>> of(Transaction transaction, PlanHistory history) {
    Map<BookId, Book> known = new HashMap<>();
    Uni<Void> done = Uni.createFrom().voidItem();
    for (BookId id : history.plans().stream().map(KnownBooks::id).distinct().toList()) {
      done = done.chain(() -> load(transaction, id, known));
    }
    return done.replaceWith(known);
  }

  private Uni<Void> load(Transaction transaction, BookId id, Map<BookId, Book> known) {
    return books
        .findHere(transaction, id.id(), id.version())
        .invoke(book -> keep(known, id, book))
        .replaceWithVoid();
  }

  private static void keep(Map<BookId, Book> known, BookId id, @Nullable Book book) {
    if (book != null) {
      known.put(id, book);
    }
  }

  static BookId id(ChannelPlan plan) {
    return new BookId(plan.book(), plan.bookVersion());
  }
}
