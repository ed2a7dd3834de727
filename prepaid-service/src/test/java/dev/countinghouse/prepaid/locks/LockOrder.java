package dev.countinghouse.prepaid.locks;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one order of locks (ADR 0010). Whoever holds a row of {@link #GATES} takes only rows of gates
 * behind it. All other rows that are locked stand behind a gate: whoever writes one holds its gate,
 * so that nobody else can hold it.
 */
final class LockOrder {

  /** In the order in which they are taken. Inside the inbox an event takes plan, then usage. */
  static final List<String> GATES =
      List.of(
          "idempotency",
          "inbox",
          "inbox_skipped",
          "price_book",
          "channel_plan",
          "usage_account",
          "prepaid_order",
          "lot",
          "pu_account",
          "outbox_key");

  /**
   * The gate of every other table in which rows are changed or locked. A reservation stands behind
   * the plan while it waits, and behind its order once that is placed.
   */
  static final Map<String, Set<String>> GUARDED =
      Map.ofEntries(
          Map.entry("billing_period", Set.of("usage_account")),
          Map.entry("usage_waiting", Set.of("usage_account")),
          Map.entry("usage_period", Set.of("usage_account")),
          Map.entry("usage_withheld", Set.of("usage_account")),
          Map.entry("usage_uncovered", Set.of("usage_account")),
          Map.entry("usage_limit", Set.of("usage_account")),
          Map.entry("usage_closing", Set.of("usage_account")),
          Map.entry("usage_threshold", Set.of("usage_account")),
          Map.entry("lot_window", Set.of("usage_account")),
          Map.entry("prepaid_order_line", Set.of("prepaid_order")),
          Map.entry("reservation", Set.of("channel_plan", "prepaid_order")),
          Map.entry("refund", Set.of("lot")),
          Map.entry("pu_lot", Set.of("pu_account")),
          Map.entry("pu_hold", Set.of("pu_account")),
          Map.entry("pu_transfer", Set.of("pu_account")),
          Map.entry("auto_recharge", Set.of("pu_account")),
          Map.entry("outbox", Set.of("outbox_key")));

  /** The gate of a piece of due work, by its kind. */
  static final Map<String, String> DUE_WORK =
      Map.of(
          "usage.take-up", "usage_account",
          "usage.threshold", "usage_account",
          "window.close", "usage_account",
          "order.carry-out", "prepaid_order",
          "lot.expiring", "lot",
          "lot.anniversary", "lot",
          "refund.settle", "lot",
          "pu.expire", "pu_account",
          "hold.expire", "pu_account");

  /**
   * Who takes several rows of a gate, one statement after another, holds this: nobody else can do
   * the same in another order then. Of any other gate a transaction takes one row.
   */
  static final Map<String, String> SEVERAL = Map.of("lot", "usage_account");

  /**
   * What is argued away: a test clock's row is held in share by all who read it, and whoever moves
   * it holds nothing else (ADR 0004).
   */
  static final Set<String> SHARED = Set.of("channel_clock");

  /**
   * And an order may be placed under any lock: its row is new, and whoever could place the same one
   * holds what it is placed for (a lot, the reservations, the account).
   */
  static final Set<String> PLACED = Set.of("prepaid_order");

  private LockOrder() {}

  /** What stands in the order before what. */
  static boolean isBehind(String gate, String other) {
    return GATES.indexOf(gate) > GATES.indexOf(other);
  }

  /** The order in words. */
  static String inWords() {
    return String.join(" < ", GATES);
  }
}
