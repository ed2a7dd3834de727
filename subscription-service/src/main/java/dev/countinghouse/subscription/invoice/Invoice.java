package dev.countinghouse.subscription.invoice;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A finalized invoice. Only {@code status} and {@code paidAt} ever change. */
@Entity
@IdClass(Invoice.Key.class)
public class Invoice extends PanacheEntityBase {

  /** The kind of an invoice of plan and add-ons. */
  public static final String SUBSCRIPTION = "subscription";

  /** The kind of an invoice of overage alone: a subscription has ended. */
  public static final String USAGE = "usage";

  /** What became of it. */
  public enum Status {
    OPEN,
    PAID,
    /** The last retry of its payment failed (SUB-4). */
    UNCOLLECTIBLE
  }

  @Id public String channel;
  @Id public long sequence;

  @Column(nullable = false)
  public String id;

  @Column(nullable = false)
  public String kind;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Status status;

  @Column(nullable = false)
  public String currency;

  @Column(nullable = false)
  public Instant issuedAt;

  @Column public @Nullable Instant periodStart;
  @Column public @Nullable Instant periodEnd;

  @Column(nullable = false)
  public long totalMinor;

  /** The day whose MAU decided the tier (MAU-6). */
  @Column public @Nullable LocalDate mauOn;

  @Column public @Nullable Long mau;

  @Column(nullable = false)
  public String book;

  @Column(nullable = false)
  public int bookVersion;

  @Column public @Nullable Instant paidAt;

  public String number() {
    return InvoiceNumber.of(sequence);
  }

  /** Marks it as paid. */
  public void pay(Instant at) {
    status = Status.PAID;
    paidAt = at;
  }

  @RegisterForReflection
  public record Key(String channel, long sequence) {}
}
