package dev.countinghouse.prepaid.domain;

import dev.countinghouse.pricing.Price;
import org.jspecify.annotations.Nullable;

/**
 * An item that a price book sells prepaid, or bills in arrears, or both (BOOK-1).
 *
 * @param kind how its usage is measured
 * @param group {@code required}, {@code add-ons} or {@code integrations}
 * @param meter whose counts or readings are its usage; null when nothing measures it
 * @param windowed whether a lot of it has monthly windows; PU has none and is bought once, not
 *     twelve times
 * @param prepaidOnly whether usage that no lot covers is not sold in arrears (PRE-17)
 * @param sale how it is sold prepaid; null when it is only billed in arrears (INT-4)
 * @param price of a month's quantity, or of the whole quantity when it has no windows
 */
public record BookItem(
    String id,
    Kind kind,
    String group,
    @Nullable String meter,
    boolean windowed,
    boolean prepaidOnly,
    @Nullable Sale sale,
    Price price) {

  /** The id of PU in every book: what the ledger counts is bought under this name. */
  public static final String POINTS = "pu";

  /** PRE-6: counted usage draws as it happens, a gauge once, at the period's last instant. */
  public enum Kind {
    COUNTER,
    GAUGE
  }

  /**
   * What an order line may ask for (PRE-10).
   *
   * @param min least quantity
   * @param max greatest quantity
   */
  public record Sale(long min, long max) {}

  /** Whether {@code meter} measures its usage, and as what. */
  public boolean isMeasuredBy(String meter, Kind kind) {
    return windowed && this.kind == kind && meter.equals(this.meter);
  }

  /** Usage for integrations gets no prepaid discount (first source document). */
  public boolean isDiscounted() {
    return !"integrations".equals(group);
  }

  /** How many months a purchase pays for. */
  public int months() {
    return windowed ? LotTerm.MONTHS : 1;
  }
}
