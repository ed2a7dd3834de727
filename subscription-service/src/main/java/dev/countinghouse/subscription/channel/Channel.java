package dev.countinghouse.subscription.channel;

import dev.countinghouse.clock.UnknownChannel;
import dev.countinghouse.contracts.ChannelView;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneId;

/** A channel: the tenant. */
@Entity
public class Channel extends PanacheEntityBase {

  @Id public String id;

  @Column(nullable = false)
  public String name;

  @Column(nullable = false)
  public String timeZone;

  @Column(nullable = false)
  public String currency;

  @Column(nullable = false)
  public String country;

  @Column(nullable = false)
  public String priceBook;

  @Column(nullable = false)
  public int priceBookVersion;

  @Column(nullable = false)
  public boolean sandbox;

  @Column(nullable = false)
  public Instant createdAt;

  @Column(nullable = false)
  public boolean tutorialCompleted;

  @Column(nullable = false)
  public long nextInvoice;

  @Column(nullable = false)
  public long nextCreditNote;

  /** The channel, its row locked to the end of the transaction. */
  public static Uni<Channel> lock(String id) {
    return Channel.<Channel>findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new UnknownChannel(id));
  }

  /** The channel, to read. */
  public static Uni<Channel> get(String id) {
    return Channel.<Channel>findById(id).onItem().ifNull().failWith(() -> new UnknownChannel(id));
  }

  /** The zone in which its days are read (TIME-1). */
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /** As other services know it, at that instant of its clock. */
  public ChannelView view(Instant now) {
    return new ChannelView(
        id,
        timeZone,
        currency,
        country,
        priceBook,
        priceBookVersion,
        sandbox,
        sandbox ? now : null);
  }

  /**
   * The sequence of the channel's next invoice, used up. Only in the transaction that locked the
   * channel and writes the invoice: so the sequences have no gap.
   */
  public long takeInvoiceSequence() {
    return nextInvoice++;
  }

  /** The sequence of the channel's next credit note, used up; as {@link #takeInvoiceSequence}. */
  public long takeCreditNoteSequence() {
    return nextCreditNote++;
  }
}
