package dev.countinghouse.subscription.invoice;

import dev.countinghouse.subscription.domain.DraftLine;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.List;

/** A line of a credit note; its amount is what is taken back. */
@Entity
@IdClass(CreditNoteLine.Key.class)
public class CreditNoteLine extends PanacheEntityBase {

  @Id public String channel;
  @Id public long sequence;
  @Id public int position;

  @Column(nullable = false)
  public String description;

  @Column(nullable = false)
  public String item;

  @Column(nullable = false)
  public String quantity;

  @Column(nullable = false)
  public long amountMinor;

  static CreditNoteLine of(CreditNote note, int position, DraftLine draft) {
    CreditNoteLine line = new CreditNoteLine();
    line.channel = note.channel;
    line.sequence = note.sequence;
    line.position = position;
    line.description = draft.description();
    line.item = draft.item();
    line.quantity = draft.quantity();
    line.amountMinor = draft.amountMinor();
    return line;
  }

  /** The lines of an invoice's credit notes, in the order of the notes. */
  static Uni<List<CreditNoteLine>> ofNotes(Invoice invoice) {
    return list(
        "channel = ?1 and sequence in"
            + " (select n.sequence from CreditNote n where n.channel = ?1 and n.invoice = ?2)"
            + " order by sequence, position",
        invoice.channel,
        invoice.sequence);
  }

  @RegisterForReflection
  public record Key(String channel, long sequence, int position) {}
}
