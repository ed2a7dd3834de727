package dev.countinghouse.contracts.event;

import java.time.Instant;
import java.util.List;

/**
 * A paid period began: the first one after a trial or an upgrade from Free, or the next (TIME-2,
 * TIME-4). Its start is the channel's billing date (PRE-13). Source: subscription.
 *
 * @param start first instant of the period
 * @param end first instant after it
 * @param first whether no paid period came directly before
 */
public record PeriodStarted(
    String channel,
    String plan,
    List<String> addOns,
    String priceBook,
    int priceBookVersion,
    Instant start,
    Instant end,
    boolean first) {

  public static final String TYPE = "subscription.period-started";

  public PeriodStarted {
    addOns = List.copyOf(addOns);
  }
}
