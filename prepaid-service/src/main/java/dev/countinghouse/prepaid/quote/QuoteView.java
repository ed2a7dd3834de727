package dev.countinghouse.prepaid.quote;

import dev.countinghouse.http.Money;
import dev.countinghouse.prepaid.domain.Quote;
import dev.countinghouse.prepaid.domain.QuotedLine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A quote as JSON (PRE-8).
 *
 * @param monthly a month's price, before any discount
 * @param term what a purchase charges
 */
@RegisterForReflection
public record QuoteView(List<LineView> lines, Money monthly, Money term) {

  public QuoteView {
    lines = List.copyOf(lines);
  }

  /** One line of it. */
  @RegisterForReflection
  public record LineView(
      String item, long monthlyQuantity, int months, Money monthly, Money term) {}

  static QuoteView of(String currency, Quote.Priced quote) {
    return new QuoteView(
        quote.lines().stream().map(QuoteView::line).toList(),
        Money.ofMinor(quote.monthlyMinor(), currency),
        Money.ofMinor(quote.termMinor(), currency));
  }

  private static LineView line(QuotedLine line) {
    return new LineView(
        line.item().id(),
        line.monthlyQuantity(),
        line.item().months(),
        Money.ofMinor(line.monthlyMinor(), line.currency()),
        Money.ofMinor(line.termMinor(), line.currency()));
  }
}
