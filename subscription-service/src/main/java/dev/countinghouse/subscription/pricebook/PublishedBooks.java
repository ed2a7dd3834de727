package dev.countinghouse.subscription.pricebook;

import dev.countinghouse.http.Page;
import dev.countinghouse.http.PageQuery;
import dev.countinghouse.http.Paging;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows published books. */
@ApplicationScoped
class PublishedBooks {

  private static final String LIST = "price-books";
  private static final String PAGE =
      "select id, version, effective_from, currency from price_book"
          + " where (id, version) > ($1, $2) order by id, version limit $3";
  private static final String NEWEST =
      "select content from price_book where id = $1 order by version desc limit 1";
  private static final String EXACT =
      "select content from price_book where id = $1 and version = $2";

  private final Transactions transactions;
  private final Paging paging;

  PublishedBooks(Transactions transactions, Paging paging) {
    this.transactions = transactions;
    this.paging = paging;
  }

  /** A page, by id and version. */
  Uni<Page<BookSummary>> page(@Nullable String cursor, @Nullable Integer limit) {
    PageQuery query = paging.open(LIST, List.of("", "0"), cursor, limit);
    return transactions
        .run(tx -> select(tx, query))
        .map(found -> paging.close(query, found, PublishedBooks::position));
  }

  /** The document as JSON; 404 when there is none. */
  Uni<String> content(String id, @Nullable Integer version) {
    return transactions
        .run(
            tx -> version == null ? tx.selectFirst(NEWEST, id) : tx.selectFirst(EXACT, id, version))
        .map(PublishedBooks::content);
  }

  private static Uni<List<BookSummary>> select(Transaction transaction, PageQuery query) {
    return transaction
        .select(PAGE, query.text(0), (int) query.number(1), query.fetch())
        .map(rows -> rows.stream().map(BookSummary::of).toList());
  }

  private static List<String> position(BookSummary book) {
    return List.of(book.id(), Integer.toString(book.version()));
  }

  private static String content(@Nullable Fields row) {
    if (row == null) {
      throw new ProblemException(
          Problem.of(404, "price-book.not-found", "There is no such price book."));
    }
    return row.string(0);
  }
}
