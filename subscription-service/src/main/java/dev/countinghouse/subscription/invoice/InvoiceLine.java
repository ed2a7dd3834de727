package dev.countinghouse.subscription.invoice;

import dev.countinghouse.subscription.domain.BillingPeriod;
import dev.countinghouse.subscription.domain.DraftLine;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a finalized invoice. */
@Entity
@IdClass(InvoiceLine.Key.class)
public class InvoiceLine extends PanacheEntityBase {

  @Id public String channel;
  @Id public long sequence;
  @Id public int position;

  @Column(nullable = false)
  public String description;

  @Column(nullable = false)
  public String item;

  @Column(nullable = false)
  public String quantity;

  /** Exact, as a decimal: it may have more digits than the currency (MON-1). */
  @Column public @Nullable String unitAmount;

  @Column(nullable = false)
  public long amountMinor;

  /** What it is billed for, where that is not the invoice's period. */
  @Column public @Nullable Instant billedFrom;

  @Column public @Nullable Instant billedUntil;

  static InvoiceLine of(Invoice invoice, int position, DraftLine draft) {
    InvoiceLine line = new InvoiceLine();
    line.channel = invoice.channel;
    line.sequence = invoice.sequence;
    line.position = position;
    line.description = draft.description();
    line.item = draft.item();
    line.quantity = draft.quantity();
    line.unitAmount = draft.unitAmount().map(BigDecimal::toPlainString).orElse(null);
    line.amountMinor = draft.amountMinor();
    line.billedFrom = draft.billedFor().map(BillingPeriod::start).orElse(null);
    line.billedUntil = draft.billedFor().map(BillingPeriod::end).orElse(null);
    return line;
  }

  /** The lines of an invoice, in order. */
  static Uni<List<InvoiceLine>> of(Invoice invoice) {
    return list(
        "channel = ?1 and sequence = ?2 order by position", invoice.channel, invoice.sequence);
  }

  @RegisterForReflection
  public record Key(String channel, long sequence, int position) {}
}
