package dev.countinghouse.subscription.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.countinghouse.http.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as outsiders see it.
 *
 * @param sequence the channel's count, from 1 and without a gap
 * @param kind {@code subscription}, {@code usage}, {@code prepaid-purchase}, {@code pu-top-up}
 * @param status {@code open}, {@code paid} or {@code uncollectible}
 * @param lines only on the invoice itself, not in the list
 * @param creditNotes what was taken back of it, oldest first; only on the invoice itself
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvoiceJson(
    String id,
    String number,
    long sequence,
    String kind,
    String status,
    String currency,
    Instant issuedAt,
    @Nullable Period period,
    Money subtotal,
    Money total,
    @Nullable MauAt mauAt,
    String priceBook,
    int priceBookVersion,
    @Nullable Instant paidAt,
    @Nullable List<Line> lines,
    @Nullable List<CreditNoteJson> creditNotes) {

  static InvoiceJson of(Invoice invoice) {
    return of(invoice, null, null);
  }

  static InvoiceJson of(
      Invoice invoice,
      @Nullable List<InvoiceLine> lines,
      @Nullable List<CreditNoteJson> creditNotes) {
    Period period = Period.of(invoice.periodStart, invoice.periodEnd);
    Money total = Money.ofMinor(invoice.totalMinor, invoice.currency);
    return new InvoiceJson(
        invoice.id,
        invoice.number(),
        invoice.sequence,
        invoice.kind,
        invoice.status.name().toLowerCase(Locale.ROOT),
        invoice.currency,
        invoice.issuedAt,
        period,
        total,
        total,
        MauAt.of(invoice.mauOn, invoice.mau),
        invoice.book,
        invoice.bookVersion,
        invoice.paidAt,
        lines == null ? null : lines.stream().map(line -> Line.of(line, invoice, period)).toList(),
        creditNotes);
  }

  /** {@code [start, end)}. */
  @RegisterForReflection
  public record Period(Instant start, Instant end) {
    static @Nullable Period of(@Nullable Instant start, @Nullable Instant end) {
      return start == null || end == null ? null : new Period(start, end);
    }
  }

  /** The day whose MAU decided the tier, and that MAU (MAU-6). */
  @RegisterForReflection
  public record MauAt(LocalDate on, long mau) {
    static @Nullable MauAt of(@Nullable LocalDate on, @Nullable Long mau) {
      return on == null || mau == null ? null : new MauAt(on, mau);
    }
  }

  /**
   * @param unitAmount exact; may have more decimals than the currency
   * @param period what it is billed for: of plan and add-ons the invoice's own, of overage the one
   *     that ended (SUB-1a)
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      String description,
      String item,
      String quantity,
      @Nullable Money unitAmount,
      Money amount,
      @Nullable Period period) {

    static Line of(InvoiceLine line, Invoice invoice, @Nullable Period period) {
      String unit = line.unitAmount;
      return new Line(
          line.description,
          line.item,
          line.quantity,
          unit == null ? null : new Money(unit, invoice.currency),
          Money.ofMinor(line.amountMinor, invoice.currency),
          line.billedFrom == null ? period : Period.of(line.billedFrom, line.billedUntil));
    }
  }
}
