package dev.countinghouse.transaction;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open transaction. SQL is PostgreSQL's own, parameters are {@code $1, $2 …}; arguments are the
 * reactive client's types ({@code String, Long, BigDecimal, OffsetDateTime, LocalDate, UUID,
 * JsonObject}, arrays of them). Statements run strictly one after another: start the next only when
 * the one before has answered.
 */
public interface Transaction {

  /**
   * Runs a statement that returns rows.
   *
   * @return the rows in the order of the statement; empty when there are none
   */
  Uni<List<Fields>> select(String sql, @Nullable Object... arguments);

  /**
   * Runs a statement that returns no rows.
   *
   * @return how many rows it touched
   */
  Uni<Integer> update(String sql, @Nullable Object... arguments);

  /** The first row of {@link #select}, or null when there is none. */
  default Uni<@Nullable Fields> selectFirst(String sql, @Nullable Object... arguments) {
    return select(sql, arguments).map(rows -> rows.isEmpty() ? null : rows.get(0));
  }
}
