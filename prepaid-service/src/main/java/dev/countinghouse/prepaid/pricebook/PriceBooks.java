package dev.countinghouse.prepaid.pricebook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.Book;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Published versions of price books: from memory, else the database, else subscription-service. */
@ApplicationScoped
public class PriceBooks {

  private static final Logger LOG = Logger.getLogger(PriceBooks.class);

  private static final String FIND =
      "select document from price_book where book_id = $1 and version = $2";

  private static final String KEEP =
      "insert into price_book (book_id, version, document) values ($1, $2, $3)"
          + " on conflict do nothing";

  /** What is kept was not to be read. */
  private static final String REPLACE =
      KEEP.replace("do nothing", "(book_id, version) do update set document = excluded.document");

  private final Transactions transactions;
  private final SubscriptionPriceBooks subscription;
  private final Cache<Key, Book> books;

  PriceBooks(
      Transactions transactions,
      @RestClient SubscriptionPriceBooks subscription,
      PrepaidLimits limits) {
    this.transactions = transactions;
    this.subscription = subscription;
    this.books = Caffeine.newBuilder().maximumSize(limits.booksInMemory()).build();
  }

  /** That version of that book; outside a transaction. */
  public Uni<Book> find(String id, int version) {
    Book known = books.getIfPresent(new Key(id, version));
    return known == null ? load(new Key(id, version)) : Uni.createFrom().item(known);
  }

  /** As {@link #find}, inside a transaction; null when it is not here yet, or unreadable. */
  public Uni<@Nullable Book> findHere(Transaction transaction, String id, int version) {
    Book known = books.getIfPresent(new Key(id, version));
    return known != null
        ? Uni.createFrom().item(known)
        : transaction.selectFirst(FIND, id, version).map(row -> bookOrNull(id, version, row));
  }

  private @Nullable Book bookOrNull(String id, int version, @Nullable Fields row) {
    if (row == null) {
      return null;
    }
    Key key = new Key(id, version);
    try {
      Book book = BookReader.read(id, version, row.string(0));
      books.put(key, book);
      return book;
    } catch (IllegalArgumentException unreadable) {
      LOG.errorf(unreadable, "%s is kept and cannot be read; it is asked for again", key);
      return null;
    }
  }

  /** Keeps a published version; one that is kept stays as it is. */
  public Uni<Void> keep(Transaction transaction, String id, int version, String json) {
    return transaction.update(KEEP, id, version, json).replaceWithVoid();
  }

  private Uni<Book> load(Key key) {
    return transactions
        .run(transaction -> findHere(transaction, key.id(), key.version()))
        .onItem()
        .ifNull()
        .switchTo(() -> fetch(key));
  }

  private Uni<Book> fetch(Key key) {
    return subscription.book(key.id(), key.version()).chain(json -> keepRead(key, json));
  }

  /** What cannot be read is not kept: a corrected answer, or the event, may still come. */
  private Uni<Book> keepRead(Key key, String json) {
    Book book = read(key, json);
    return transactions
        .run(transaction -> transaction.update(REPLACE, key.id(), key.version(), json))
        .invoke(() -> books.put(key, book))
        .replaceWith(book);
  }

  private static Book read(Key key, String json) {
    try {
      return BookReader.read(key.id(), key.version(), json);
    } catch (IllegalArgumentException unreadable) {
      LOG.errorf(unreadable, "%s cannot be read", key);
      throw new ProblemException(
          Problem.of(
                  503,
                  "prepaid.price-book-unreadable",
                  "The channel's price book cannot be read here; operators must look at it.")
              .with("priceBook", key.id())
              .with("version", key.version()));
    }
  }

  private record Key(String id, int version) {}
}
