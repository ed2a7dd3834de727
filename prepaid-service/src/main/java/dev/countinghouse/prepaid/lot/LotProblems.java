package dev.countinghouse.prepaid.lot;

import dev.countinghouse.http.Problem;
import java.util.Locale;

/** Refusals about lots as problem documents. */
public final class LotProblems {

  private LotProblems() {}

  public static Problem unknown(String id) {
    return Problem.of(404, "prepaid.lot-not-found", "The channel has no lot " + id + ".");
  }

  public static Problem ended(Lot.Status status) {
    return Problem.of(409, "prepaid.lot-ended", "The lot has ended, or is being paid back.")
        .with("lotStatus", status.name().toLowerCase(Locale.ROOT));
  }

  static Problem notRenewable() {
    return Problem.of(
        422, "prepaid.not-renewable", "Points do not renew; they can be recharged when low.");
  }

  static Problem nothingToChange() {
    return Problem.of(400, "body.invalid", "The change changes nothing.")
        .blaming("renew", "true or false");
  }
}
