package dev.countinghouse.prepaid.window;

import dev.countinghouse.prepaid.domain.LotAccount;
import dev.countinghouse.prepaid.domain.LotTerm;
import dev.countinghouse.prepaid.domain.PurchasedLot;
import dev.countinghouse.prepaid.domain.UncoveredUse;
import dev.countinghouse.prepaid.domain.WindowUse;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lots with their windows, as rows. Whoever changes them holds {@link LockUsage}. A lot that is
 * asked to be paid back gives nothing and closes nothing (PRE-15); points have no windows.
 */
@ApplicationScoped
public class LotAccounts {

  private static final String COLUMNS =
      """
      select l.lot_id, l.item, l.monthly_quantity, l.valid_from, l.renew,
        w.months, w.used, w.deducted, w.uncovered, w.unbilled, w.closed
      from (select * from lot where channel_id = $1 and not in_ledger and refund_id is null
      """;

  private static final String WITH_WINDOWS =
      """
      ) as l left join lateral (
        select array_agg(month) as months, array_agg(used_halves) as used, array_agg(deducted_halves) as deducted,
          array_agg(uncovered_halves) as uncovered, array_agg(unbilled_halves) as unbilled, array_agg(closed) as closed
        from lot_window w where w.channel_id = l.channel_id and w.lot_id = l.lot_id) as w on true
      """;

  /**
   * The page is cut before its windows are looked for, and by the index of the draw order: lots
   * that have expired stand before its place.
   */
  private static final String IN_DRAW_ORDER =
      " and item = $2 and valid_from <= $3 and (valid_until, lot_id) > ($4, $5)"
          + " order by valid_until, lot_id limit $6";

  private static final String SORTED = "order by l.valid_until, l.lot_id";

  private static final String VALID =
      COLUMNS + IN_DRAW_ORDER + " for update" + WITH_WINDOWS + SORTED;

  /** The same lots, the last first. */
  private static final String VALID_BACKWARDS =
      COLUMNS
          + " and item = $2 and valid_from <= $3 and (valid_until, lot_id) < ($4, $5)"
          + " and valid_until >= $7 order by valid_until desc, lot_id desc limit $6 for update"
          + WITH_WINDOWS
          + "order by l.valid_until desc, l.lot_id desc";

  private static final String READ = COLUMNS + IN_DRAW_ORDER + WITH_WINDOWS + SORTED;

  private static final String MONTHLY =
      "select coalesce(sum(monthly_quantity), 0)::bigint from lot"
          + " where channel_id = $1 and item = $2 and valid_from <= $3 and valid_until >= $3"
          + " and not in_ledger and refund_id is null";

  /** The page is cut before its windows are looked for, so that no plan looks for all of them. */
  private static final String TO_CLOSE =
      COLUMNS
          + " and next_close <= $2 order by next_close, lot_id limit $3 for update"
          + WITH_WINDOWS;

  private static final String STORE =
      """
      with windows as (
        insert into lot_window (channel_id, lot_id, month, used_halves, deducted_halves, uncovered_halves, unbilled_halves, closed)
        select $1, * from unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::boolean[])
        on conflict (channel_id, lot_id, month) do update set used_halves = excluded.used_halves,
          deducted_halves = excluded.deducted_halves, uncovered_halves = excluded.uncovered_halves,
          unbilled_halves = excluded.unbilled_halves, closed = excluded.closed
      )
      update lot set left_halves = changed.left_halves, next_close = changed.next_close
      from unnest($9::text[], $10::bigint[], $11::date[]) as changed (lot_id, left_halves, next_close)
      where lot.channel_id = $1 and lot.lot_id = changed.lot_id
      """;

  /**
   * The next lots in their draw order, locked in that order until the transaction ends: a refund
   * that locked one of them first is waited for, and the lot left out.
   *
   * @param after of the last lot of the page before
   */
  public Uni<List<LotAccount>> lockNext(
      Transaction transaction, String channel, Wanted wanted, DrawPlace after, int count) {
    return next(VALID, transaction, channel, wanted, after, count);
  }

  /**
   * As {@link #lockNext}, against the draw order. Whoever locks more than one lot holds {@link
   * LockUsage}, so nobody waits in a circle.
   *
   * @param before of the last lot of the page before
   */
  public Uni<List<LotAccount>> lockPrevious(
      Transaction transaction, String channel, Wanted wanted, DrawPlace before, int count) {
    return transaction
        .select(
            VALID_BACKWARDS,
            channel,
            wanted.item(),
            wanted.to(),
            before.lastValidDay(),
            before.lot(),
            count,
            wanted.from())
        .map(LotAccounts::accounts);
  }

  /** As {@link #lockNext}, to be read only. */
  public Uni<List<LotAccount>> readNext(
      Transaction transaction, String channel, Wanted wanted, DrawPlace after, int count) {
    return next(READ, transaction, channel, wanted, after, count);
  }

  private static Uni<List<LotAccount>> next(
      String sql,
      Transaction transaction,
      String channel,
      Wanted wanted,
      DrawPlace after,
      int count) {
    DrawPlace place = after.orStillValidOn(wanted.from());
    return transaction
        .select(sql, channel, wanted.item(), wanted.to(), place.lastValidDay(), place.lot(), count)
        .map(LotAccounts::accounts);
  }

  /** Lots of an item that are valid on a day from {@code from} to {@code to}, both included. */
  public record Wanted(String item, LocalDate from, LocalDate to) {

    /**
     * Those that are valid on a day on which something is uncovered, and some between.
     *
     * @param uses at least one
     */
    public static Wanted on(String item, List<UncoveredUse> uses) {
      List<LocalDate> days = uses.stream().map(UncoveredUse::day).sorted().toList();
      return new Wanted(item, days.getFirst(), days.getLast());
    }
  }

  /** The sum of M over the lots of an item that are valid on a day. */
  public Uni<Long> monthly(Transaction transaction, String channel, String item, LocalDate day) {
    return transaction
        .select(MONTHLY, channel, item, day)
        .map(rows -> rows.getFirst().longValue(0));
  }

  /** The first {@code count} lots that have a window that is over on {@code day} and not closed. */
  Uni<List<LotAccount>> toClose(Transaction transaction, String channel, LocalDate day, int count) {
    return transaction.select(TO_CLOSE, channel, day, count).map(LotAccounts::accounts);
  }

  /**
   * Writes what changed in one statement.
   *
   * @param before as they were loaded
   * @param after the same lots, in any order
   */
  public Uni<Void> store(
      Transaction transaction, String channel, List<LotAccount> before, List<LotAccount> after) {
    Map<String, LotAccount> known =
        before.stream().collect(Collectors.toMap(LotAccount::id, lot -> lot));
    List<LotAccount> lots = after.stream().filter(lot -> !lot.equals(known.get(lot.id()))).toList();
    if (lots.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Row> rows = lots.stream().flatMap(lot -> changed(known, lot)).toList();
    return transaction
        .update(
            STORE,
            channel,
            rows.stream().map(Row::lot).toArray(String[]::new),
            rows.stream().map(Row::month).toArray(Integer[]::new),
            longs(rows, row -> row.window().usedHalves()),
            longs(rows, row -> row.window().deductedHalves()),
            longs(rows, row -> row.window().uncoveredHalves()),
            longs(rows, row -> row.window().unbilledHalves()),
            rows.stream().map(row -> row.window().closed()).toArray(Boolean[]::new),
            lots.stream().map(LotAccount::id).toArray(String[]::new),
            longs(lots, LotAccount::leftHalves),
            lots.stream().map(LotAccount::nextClose).toArray(LocalDate[]::new))
        .replaceWithVoid();
  }

  private record Row(String lot, int month, WindowUse window) {}

  private static Stream<Row> changed(Map<String, LotAccount> known, LotAccount after) {
    LotAccount before = Objects.requireNonNull(known.get(after.id()), "a lot was loaded");
    return IntStream.range(0, LotTerm.MONTHS)
        .filter(month -> !after.windows().get(month).equals(before.windows().get(month)))
        .mapToObj(month -> new Row(after.id(), month, after.windows().get(month)));
  }

  private static List<LotAccount> accounts(List<Fields> rows) {
    return rows.stream().map(LotAccounts::account).toList();
  }

  /** A lot, by the columns of {@link #COLUMNS}. */
  private static LotAccount account(Fields row) {
    PurchasedLot lot =
        PurchasedLot.startingOn(row.date(3), row.string(1), row.longValue(2), row.bool(4));
    return LotAccount.of(row.string(0), lot, windows(row));
  }

  private static Map<Integer, WindowUse> windows(Fields row) {
    if (row.valueOrNull(5) == null) {
      return Map.of();
    }
    Integer[] months = array(row, 5, Integer[].class);
    Long[] used = array(row, 6, Long[].class);
    Long[] deducted = array(row, 7, Long[].class);
    Long[] uncovered = array(row, 8, Long[].class);
    Long[] unbilled = array(row, 9, Long[].class);
    Boolean[] closed = array(row, 10, Boolean[].class);
    Map<Integer, WindowUse> windows = new HashMap<>();
    for (int at = 0; at < months.length; at++) {
      windows.put(
          months[at],
          new WindowUse(used[at], deducted[at], uncovered[at], unbilled[at], closed[at]));
    }
    return windows;
  }

  private static <T> T array(Fields row, int column, Class<T> type) {
    return type.cast(Objects.requireNonNull(row.valueOrNull(column)));
  }

  private static <T> Long[] longs(List<T> rows, Function<T, Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }
}
