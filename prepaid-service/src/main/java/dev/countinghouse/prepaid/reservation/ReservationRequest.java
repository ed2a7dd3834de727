package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.prepaid.quote.LineRequest;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST …/reservations}: {@code lines}, or {@code item} and {@code
 * monthlyQuantity} for a single one.
 *
 * @param renew whether the lots are bought again when they end; false when absent
 */
public record ReservationRequest(
    @Nullable List<LineRequest> lines,
    @Nullable String item,
    @Nullable BigDecimal monthlyQuantity,
    @Nullable Boolean renew) {

  public ReservationRequest {
    lines = lines == null ? null : List.copyOf(lines);
  }

  /** Both forms as one. */
  @Nullable List<LineRequest> allLines() {
    boolean single = lines == null && (item != null || monthlyQuantity != null);
    return single ? List.of(new LineRequest(item, monthlyQuantity)) : lines;
  }

  boolean isRenewed() {
    return Boolean.TRUE.equals(renew);
  }
}
