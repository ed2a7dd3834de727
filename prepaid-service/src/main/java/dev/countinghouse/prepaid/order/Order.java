package dev.countinghouse.prepaid.order;

import dev.countinghouse.prepaid.domain.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands.
 *
 * @param origin {@link OrderOrigin#name} of who placed it
 * @param subject what it is to its origin
 * @param chargeAt when it is charged, by the channel's clock; its lots begin that day
 * @param currency of its price; null while it has none
 * @param invoice of the payment; null unless paid, and when there was nothing to pay
 * @param reason the code of why nothing was bought; or why it is in review; else null
 */
public record Order(
    String channel,
    String id,
    String origin,
    String subject,
    Status status,
    Instant chargeAt,
    @Nullable String currency,
    @Nullable String invoice,
    @Nullable String reason,
    List<Line> lines) {

  public Order {
    lines = List.copyOf(lines);
  }

  /** Where it stands; the last three are final. In review, an operator says how it ends. */
  public enum Status {
    PLACED,
    PRICED,
    REVIEW,
    PAID,
    DECLINED,
    REFUSED
  }

  /**
   * One of its lines.
   *
   * @param number position from 0
   * @param windowed whether it becomes a lot of months, else of points; false while it has no price
   * @param chargeMinor what it costs; 0 while it has no price
   * @param description what its charge says of it; empty while it has no price
   * @param lot what came of it; null unless paid
   */
  public record Line(
      int number,
      String item,
      long monthlyQuantity,
      boolean renew,
      boolean windowed,
      long chargeMinor,
      String description,
      @Nullable String lot) {

    OrderLine wanted() {
      return new OrderLine(item, BigDecimal.valueOf(monthlyQuantity));
    }
  }

  /** Whether it has ended. */
  public boolean hasEnded() {
    return switch (status) {
      case PLACED, PRICED, REVIEW -> false;
      case PAID, DECLINED, REFUSED -> true;
    };
  }

  /** What all lines cost together. */
  public long chargeMinor() {
    return lines.stream().mapToLong(Line::chargeMinor).reduce(0, Math::addExact);
  }

  /** The currency, once it has a price. */
  public String frozenCurrency() {
    return Objects.requireNonNull(currency, "the order has no price");
  }

  List<OrderLine> wanted() {
    return lines.stream().map(Line::wanted).toList();
  }
}
