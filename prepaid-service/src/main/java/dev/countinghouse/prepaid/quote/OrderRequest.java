package dev.countinghouse.prepaid.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST …/purchases} and {@code …/reservations}: {@code lines}, or {@code item}
 * and {@code monthlyQuantity} for a single one.
 *
 * @param renew whether the lots are bought again when they end; false when absent
 */
public record OrderRequest(
    @Nullable List<LineRequest> lines,
    @Nullable String item,
    @Nullable BigDecimal monthlyQuantity,
    @Nullable Boolean renew) {

  public OrderRequest {
    // Not copyOf: a line that is null is for OrderLines to refuse.
    lines = lines == null ? null : Collections.unmodifiableList(new ArrayList<>(lines));
  }

  /** Both forms as one. */
  public @Nullable List<LineRequest> allLines() {
    boolean single = lines == null && (item != null || monthlyQuantity != null);
    return single ? List.of(new LineRequest(item, monthlyQuantity)) : lines;
  }

  public boolean isRenewed() {
    return Boolean.TRUE.equals(renew);
  }
}
