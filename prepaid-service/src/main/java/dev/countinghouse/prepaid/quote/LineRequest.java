package dev.countinghouse.prepaid.quote;

import dev.countinghouse.prepaid.domain.OrderLine;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order as JSON.
 *
 * @param item id of an item of the channel's price book
 * @param monthlyQuantity M
 */
public record LineRequest(@Nullable String item, @Nullable BigDecimal monthlyQuantity) {

  /** The line; what is missing is for {@link OrderLines} to refuse. */
  OrderLine toLine() {
    return new OrderLine(Objects.requireNonNull(item), Objects.requireNonNull(monthlyQuantity));
  }
}
