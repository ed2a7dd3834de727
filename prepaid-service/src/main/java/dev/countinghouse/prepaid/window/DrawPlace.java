package dev.countinghouse.prepaid.window;

import dev.countinghouse.prepaid.domain.LotAccount;
import java.time.LocalDate;

/**
 * A place in the order in which lots are drawn (PRE-6): at a lot, before all of them, or behind.
 */
public record DrawPlace(LocalDate lastValidDay, String lot) {

  /** Before all lots; no lot ends as early. */
  public static final DrawPlace FIRST = new DrawPlace(LocalDate.of(1, 1, 1), "");

  /** Behind all lots; no lot ends as late. */
  public static final DrawPlace LAST = new DrawPlace(LocalDate.of(9999, 12, 31), "");

  /** This, or before the first lot that is still valid on a day, whichever is later. */
  DrawPlace orStillValidOn(LocalDate day) {
    return lastValidDay.isBefore(day) ? new DrawPlace(day, "") : this;
  }

  /** At a lot: pages go on behind it, or against the order before it. */
  public static DrawPlace of(LotAccount lot) {
    return new DrawPlace(lot.lot().term().lastValidDay(), lot.id());
  }
}
