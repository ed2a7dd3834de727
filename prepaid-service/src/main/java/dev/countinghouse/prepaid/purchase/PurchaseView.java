package dev.countinghouse.prepaid.purchase;

import dev.countinghouse.http.Money;
import dev.countinghouse.prepaid.order.Order;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as JSON.
 *
 * @param origin {@code purchase}, {@code reservation}, {@code renewal} …: what placed the order
 * @param status {@code paid}, {@code declined}, {@code refused} by the rules of its day, {@code
 *     pending}, or {@code review} when nobody but an operator can say whether it was paid
 * @param price what all lines cost together; null while it is not known
 * @param charged what was paid; null unless paid
 * @param lots what came of it; empty unless paid
 * @param reason the code of why nothing was bought, or of why it is in review
 */
@RegisterForReflection
public record PurchaseView(
    String id,
    String origin,
    String status,
    Instant at,
    List<LineView> lines,
    @Nullable Money price,
    @Nullable Money charged,
    List<String> lots,
    @Nullable String invoice,
    @Nullable String reason) {

  public PurchaseView {
    lines = List.copyOf(lines);
    lots = List.copyOf(lots);
  }

  /** One line of it. */
  @RegisterForReflection
  public record LineView(
      String item,
      long monthlyQuantity,
      boolean renew,
      @Nullable Money price,
      @Nullable String lot) {}

  static PurchaseView of(Order order) {
    Money price = money(order.chargeMinor(), order.currency());
    return new PurchaseView(
        order.id(),
        order.origin(),
        status(order.status()),
        order.chargeAt(),
        order.lines().stream().map(line -> line(order, line)).toList(),
        price,
        order.status() == Order.Status.PAID ? price : null,
        order.lines().stream().map(Order.Line::lot).filter(Objects::nonNull).toList(),
        order.invoice(),
        order.reason());
  }

  private static LineView line(Order order, Order.Line line) {
    return new LineView(
        line.item(),
        line.monthlyQuantity(),
        line.renew(),
        money(line.chargeMinor(), order.currency()),
        line.lot());
  }

  private static @Nullable Money money(long minor, @Nullable String currency) {
    return currency == null ? null : Money.ofMinor(minor, currency);
  }

  static String status(Order.Status status) {
    return switch (status) {
      case PLACED, PRICED -> "pending";
      case REVIEW -> "review";
      case PAID -> "paid";
      case DECLINED -> "declined";
      case REFUSED -> "refused";
    };
  }
}
