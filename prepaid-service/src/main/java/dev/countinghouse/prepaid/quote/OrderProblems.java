package dev.countinghouse.prepaid.quote;

import dev.countinghouse.http.Problem;
import dev.countinghouse.prepaid.domain.LineFault;
import java.util.List;

/** Refusals of orders as problem documents. */
public final class OrderProblems {

  private OrderProblems() {}

  /**
   * The problem of the first fault, blaming the fields of every fault.
   *
   * @param faults at least one
   */
  public static Problem of(List<LineFault> faults) {
    Problem problem = of(faults.get(0).code());
    for (LineFault fault : faults) {
      String field = "lines[" + fault.line() + "]." + fault.field();
      problem = problem.blaming(field, fault.expected());
    }
    return problem;
  }

  /** PRE-12: on Free nothing but PU. */
  public static Problem planFree() {
    return Problem.of(409, "prepaid.plan-free", "On Free nothing but PU can be bought.");
  }

  private static Problem of(LineFault.Code code) {
    return switch (code) {
      case UNKNOWN_ITEM ->
          Problem.of(422, "prepaid.unknown-item", "The price book sells no such item prepaid.");
      case QUANTITY_NOT_WHOLE ->
          Problem.of(422, "prepaid.quantity-not-whole", "The quantity is not a whole number.");
      case QUANTITY_BELOW_MINIMUM ->
          Problem.of(
              422, "prepaid.quantity-below-minimum", "The quantity is below the item's minimum.");
      case QUANTITY_ABOVE_MAXIMUM ->
          Problem.of(
              422, "prepaid.quantity-above-maximum", "The quantity is above the item's maximum.");
      case AMOUNT_TOO_LARGE ->
          Problem.of(422, "prepaid.amount-too-large", "The amount is too large for one order.");
      case PLAN_LIMIT ->
          Problem.of(422, "prepaid.plan-limit", "The plan does not allow as much of the item.");
      case NOT_RESERVABLE ->
          Problem.of(422, "prepaid.not-reservable", "PU are bought at once, not reserved.");
    };
  }
}
