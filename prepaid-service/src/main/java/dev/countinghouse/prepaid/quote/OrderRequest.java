package dev.countinghouse.prepaid.quote;

import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.domain.LineFault;
import dev.countinghouse.prepaid.domain.OrderLine;
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

  /**
   * The lines of either form.
   *
   * @throws ProblemException 400 naming every field that is missing, or too much
   */
  public List<OrderLine> read() {
    if (!isSingle()) {
      return OrderLines.read(lines);
    }
    if (lines != null) {
      throw new ProblemException(OrderLines.invalid().blaming("lines", "lines, or item alone"));
    }
    return List.of(OrderLines.read(new LineRequest(item, monthlyQuantity)));
  }

  /** What the request calls the field of a fault. */
  public String field(LineFault fault) {
    return isSingle() ? fault.field() : OrderProblems.field(fault);
  }

  private boolean isSingle() {
    return item != null || monthlyQuantity != null;
  }

  public boolean isRenewed() {
    return Boolean.TRUE.equals(renew);
  }
}
