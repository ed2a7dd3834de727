package dev.countinghouse.subscription.invoice;

import dev.countinghouse.http.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * A credit note as outsiders see it, on its invoice.
 *
 * @param total what is taken back, above 0
 */
@RegisterForReflection
public record CreditNoteJson(String number, Instant issuedAt, Money total, List<Line> lines) {

  static CreditNoteJson of(CreditNote note, List<CreditNoteLine> ofAll) {
    return new CreditNoteJson(
        note.number(),
        note.issuedAt,
        Money.ofMinor(note.totalMinor, note.currency),
        ofAll.stream()
            .filter(line -> line.sequence == note.sequence)
            .map(line -> Line.of(line, note.currency))
            .toList());
  }

  /**
   * @param amount what of the invoice's line is taken back
   */
  @RegisterForReflection
  public record Line(String description, String item, String quantity, Money amount) {
    static Line of(CreditNoteLine line, String currency) {
      Money amount = Money.ofMinor(line.amountMinor, currency);
      return new Line(line.description, line.item, line.quantity, amount);
    }
  }
}
