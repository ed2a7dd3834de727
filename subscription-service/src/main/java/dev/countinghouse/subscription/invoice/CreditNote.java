package dev.countinghouse.subscription.invoice;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;

/** A document that takes back lines of an invoice, which itself never changes. */
@Entity
@IdClass(CreditNote.Key.class)
public class CreditNote extends PanacheEntityBase {

  @Id public String channel;
  @Id public long sequence;

  /** Sequence of the invoice. */
  @Column(nullable = false)
  public long invoice;

  /** What gave rise to it: {@code refund/…}; one credit note a cause. */
  @Column(nullable = false)
  public String cause;

  @Column(nullable = false)
  public String currency;

  @Column(nullable = false)
  public Instant issuedAt;

  @Column(nullable = false)
  public long totalMinor;

  public String number() {
    return CreditNoteNumber.of(sequence);
  }

  /** The credit notes of an invoice, in order. */
  static Uni<List<CreditNote>> of(Invoice invoice) {
    return list(
        "channel = ?1 and invoice = ?2 order by sequence", invoice.channel, invoice.sequence);
  }

  @RegisterForReflection
  public record Key(String channel, long sequence) {}
}
