package dev.countinghouse.prepaid.window;

import dev.countinghouse.prepaid.domain.LotAccount;
import java.time.LocalDate;

/** A place in the order in which lots are drawn (PRE-6): behind a lot, or before all of them. */
public record DrawPlace(LocalDate lastValidDay, String lot) {

  /** Before all lots; no lot ends as early. */
  public static final DrawPlace FIRST = new DrawPlace(LocalDate.of(1, 1, 1), "");

  /** This, or before the first lot that is still valid on a day, whichever is later. */
  DrawPlace orStillValidOn(LocalDate day) {
    return lastValidDay.isBefore(day) ? new DrawPlace(day, "") : this;
  }

  /** Behind a lot. */
  public static DrawPlace after(LotAccount lot) {
    return new DrawPlace(lot.lot().term().lastValidDay(), lot.id());
  }
}
