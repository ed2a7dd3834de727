package dev.countinghouse.subscription.domain;

import dev.countinghouse.pricing.LineAmount;
import dev.countinghouse.pricing.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An invoice before it has a number.
 *
 * @param lines in the order they are shown
 * @param currency ISO 4217
 */
public record InvoiceDraft(List<DraftLine> lines, String currency) {

  /** The item of the line that says what the cap saved (BOOK-4). */
  public static final String CAP = "subscription-fee-cap";

  public InvoiceDraft {
    lines = List.copyOf(lines);
  }

  /** The sum of the lines, in the currency's smallest unit. */
  public long totalMinor() {
    return lines.stream().mapToLong(DraftLine::amountMinor).reduce(0, Math::addExact);
  }

  /** With more lines behind its own. */
  public InvoiceDraft with(List<DraftLine> more) {
    return new InvoiceDraft(Stream.concat(lines.stream(), more.stream()).toList(), currency);
  }

  /**
   * Plan and add-ons for one month, in advance (SUB-1a), at the tier of the MAU (MAU-6), under the
   * book's cap (BOOK-4).
   *
   * @param chosen a plan and add-ons of {@code book}
   * @param mau of the last full local day before the period; 0 is the lowest tier
   */
  public static InvoiceDraft monthlyFee(PriceBook book, Selection chosen, long mau) {
    String currency = book.currency().orElseThrow();
    List<DraftLine> lines = new ArrayList<>();
    lines.add(fee(book.plan(chosen.plan()).orElseThrow(), "Plan", mau, currency));
    for (String addOn : chosen.addOns()) {
      lines.add(fee(book.addOn(addOn).orElseThrow(), "Add-on", mau, currency));
    }
    cap(book, lines, currency).ifPresent(lines::add);
    return new InvoiceDraft(lines, currency);
  }

  private static DraftLine fee(Product product, String kind, long mau, String currency) {
    Price price = product.price().orElseThrow();
    BigDecimal exact = price.of(mau);
    String tier = product.meter().isPresent() ? " at " + mau + " MAU" : "";
    long amount = LineAmount.round(exact, currency).minor();
    String description = kind + " " + product.id() + tier;
    return new DraftLine(description, product.id(), "1", Optional.of(exact), amount);
  }

  private static Optional<DraftLine> cap(PriceBook book, List<DraftLine> fees, String currency) {
    long sum = new InvoiceDraft(fees, currency).totalMinor();
    BigDecimal exactSum = MinorUnits.toDecimal(sum, currency);
    return book.subscriptionFeeCap()
        .map(cap -> LineAmount.round(cap.saved(exactSum), currency).minor())
        .filter(saved -> saved > 0)
        .map(saved -> new DraftLine("Cap of the monthly fee", CAP, "1", Optional.empty(), -saved));
  }
}
