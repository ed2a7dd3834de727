package dev.countinghouse.subscription.pricebook;

import dev.countinghouse.subscription.domain.PriceBook;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds published books. What was read once is kept: a published version never changes. */
@ApplicationScoped
public class PriceBooks {

  private static final String EFFECTIVE =
      "select id, version, content from price_book where id = $1 and effective_from <= $2"
          + " order by version desc limit 1";
  private static final String EXACT =
      "select id, version, content from price_book where id = $1 and version = $2";

  private final Map<Key, PriceBook> read = new ConcurrentHashMap<>();

  /** The newest version that is in force on that day, or null. */
  public Uni<@Nullable PriceBook> effective(Transaction transaction, String id, LocalDate day) {
    return transaction.selectFirst(EFFECTIVE, id, day).map(this::bookOrNull);
  }

  /** A version that is known to be published; a channel's own. */
  public Uni<PriceBook> get(Transaction transaction, String id, int version) {
    PriceBook known = read.get(new Key(id, version));
    if (known != null) {
      return Uni.createFrom().item(known);
    }
    return transaction
        .selectFirst(EXACT, id, version)
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no price book " + id + " " + version))
        .map(this::book);
  }

  private @Nullable PriceBook bookOrNull(@Nullable Fields row) {
    return row == null ? null : book(row);
  }

  private PriceBook book(Fields row) {
    return read.computeIfAbsent(
        new Key(row.string(0), row.intValue(1)), key -> parse(key, row.string(2)));
  }

  private static PriceBook parse(Key key, String content) {
    try {
      return BookDocument.published(content);
    } catch (InvalidBook unreadable) {
      throw new IllegalStateException("published book " + key + " is unreadable", unreadable);
    }
  }

  private record Key(String id, int version) {}
}
