package dev.countinghouse.prepaid.quote;

import dev.countinghouse.http.Problem;
import dev.countinghouse.prepaid.domain.LineFault;
import java.util.List;
import java.util.function.Function;

/** Refusals of orders as problem documents. */
public final class OrderProblems {

  private OrderProblems() {}

  /**
   * The problem of the first fault, blaming the fields of every fault.
   *
   * @param faults at least one
   */
  public static Problem of(List<LineFault> faults) {
    return of(faults, OrderProblems::field);
  }

  /** What a request with lines calls the field of a fault. */
  static String field(LineFault fault) {
    return "lines[" + fault.line() + "]." + fault.field();
  }

  /**
   * As {@link #of(List)}, for a request that has no lines.
   *
   * @param field what the request calls the field of a fault
   */
  public static Problem of(List<LineFault> faults, Function<LineFault, String> field) {
    Problem problem = of(faults.get(0).code());
    for (LineFault fault : faults) {
      problem = problem.blaming(field.apply(fault), fault.expected());
    }
    return problem;
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
      case PLAN_FREE ->
          Problem.of(409, "prepaid.plan-free", "On Free nothing but PU can be bought.");
      case ON_TRIAL ->
          Problem.of(
              409, "prepaid.on-trial", "On trial nothing but PU is bought at once; reserve it.");
    };
  }
}
