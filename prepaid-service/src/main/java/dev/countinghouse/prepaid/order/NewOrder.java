package dev.countinghouse.prepaid.order;

import dev.countinghouse.prepaid.domain.OrderLine;
import java.time.Instant;
import java.util.List;

/**
 * An order to place.
 *
 * @param id of {@link PlaceOrder#newId}; placed once, charged under it
 * @param origin {@link OrderOrigin#name} of who wants it
 * @param subject what the order is to its origin: the lot that is renewed, for instance
 * @param at when it is charged, by the channel's clock; its lots begin that day
 * @param lines at least one
 */
public record NewOrder(
    String channel, String id, String origin, String subject, Instant at, List<Line> lines) {

  public NewOrder {
    lines = List.copyOf(lines);
  }

  /**
   * One of its lines.
   *
   * @param renew whether the lot is bought again when it ends (PRE-14)
   */
  public record Line(OrderLine wanted, boolean renew) {}

  List<OrderLine> wanted() {
    return lines.stream().map(Line::wanted).toList();
  }
}
