package dev.countinghouse.prepaid.domain;

/**
 * What is wrong with a line of an order.
 *
 * @param line position from 0
 * @param field of the line
 * @param expected what would have been right
 */
public record LineFault(int line, Code code, String field, String expected) {

  /** Why a line is refused. */
  public enum Code {
    UNKNOWN_ITEM,
    QUANTITY_NOT_WHOLE,
    QUANTITY_BELOW_MINIMUM,
    QUANTITY_ABOVE_MAXIMUM,
    AMOUNT_TOO_LARGE,
    PLAN_LIMIT,
    NOT_RESERVABLE,
    PLAN_FREE,
    ON_TRIAL
  }
}
