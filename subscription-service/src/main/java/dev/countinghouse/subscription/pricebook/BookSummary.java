package dev.countinghouse.subscription.pricebook;

import dev.countinghouse.subscription.domain.PriceBook;
import dev.countinghouse.transaction.Fields;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A price book in the list.
 *
 * @param currency ISO 4217; null in a book that counts in PU
 */
@RegisterForReflection
public record BookSummary(
    String id, int version, LocalDate effectiveFrom, @Nullable String currency) {

  static BookSummary of(PriceBook book) {
    return new BookSummary(
        book.id(), book.version(), book.effectiveFrom(), book.currency().orElse(null));
  }

  static BookSummary of(Fields row) {
    return new BookSummary(row.string(0), row.intValue(1), row.date(2), row.stringOrNull(3));
  }
}
