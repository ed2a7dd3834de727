package dev.countinghouse.prepaid.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lots of an item gave, as JSON; quantities are decimal strings.
 *
 * @param from first day
 * @param to last day
 * @param windows those of a page of lots that have begun, by lot in the order in which lots are
 *     drawn
 * @param periods those that have begun, by their start; of Free the calendar months in which
 *     something was used; the same with every page
 * @param next opaque cursor of the next lots; null with the last
 */
@RegisterForReflection
public record StatementView(
    String item,
    LocalDate from,
    LocalDate to,
    List<WindowView> windows,
    List<PeriodView> periods,
    @Nullable String next) {

  public StatementView {
    windows = List.copyOf(windows);
    periods = List.copyOf(periods);
  }

  /**
   * A monthly window of a lot (PRE-2 to PRE-5).
   *
   * @param month from 1
   * @param to last day
   * @param used what usage drew: own + borrowed
   * @param own within M
   * @param borrowed above M, from later months
   * @param minimum deducted without having been used
   * @param deducted own + borrowed + minimum
   * @param uncovered usage of its days beyond the allowance that no lot had room for, with the lot
   *     that was asked last: postpaid + unbilled
   * @param postpaid the part of it that is billed in arrears, in paid periods
   * @param unbilled the part of it that is not, on trial and on Free
   * @param poolLeft what was left of the pool after it
   */
  @RegisterForReflection
  public record WindowView(
      String lot,
      long monthlyQuantity,
      int month,
      LocalDate from,
      LocalDate to,
      boolean closed,
      String used,
      String own,
      String borrowed,
      String minimum,
      String deducted,
      String uncovered,
      String postpaid,
      String unbilled,
      String poolLeft) {}

  /**
   * A billing period; on Free a calendar month.
   *
   * @param end first instant after it
   * @param standing {@code free}, {@code trial} or {@code paid}
   * @param total usage that was let through: allowance + drawn + postpaid + unbilled
   * @param allowance covered by the plan
   * @param drawn given by lots
   * @param postpaid billed in arrears
   * @param billed the part of it that stands on an invoice by now; what came after the period was
   *     closed stands on the next one, and on none after the subscription's last
   * @param unbilled covered by nothing, on trial and on Free
   * @param refused withheld by the channel's own limit (PRE-16)
   * @param limit null when the channel has set none
   */
  @RegisterForReflection
  public record PeriodView(
      Instant start,
      Instant end,
      String standing,
      String plan,
      String total,
      String allowance,
      String drawn,
      String postpaid,
      String billed,
      String unbilled,
      String refused,
      @Nullable Long limit) {}
}
