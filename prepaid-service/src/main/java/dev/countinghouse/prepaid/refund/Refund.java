package dev.countinghouse.prepaid.refund;

import dev.countinghouse.prepaid.lot.Lot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund as it stands.
 *
 * @param lot that is paid back
 * @param askedAt by the channel's clock
 * @param creditNote number of the credit note; null unless refunded, and when nothing was paid
 * @param reason why it was declined, or is in review
 */
record Refund(
    String channel,
    String id,
    Lot lot,
    Status status,
    Instant askedAt,
    @Nullable String creditNote,
    @Nullable String reason) {

  /** Where it stands; the last two are final. In review, an operator says how it ends. */
  enum Status {
    PENDING,
    REVIEW,
    REFUNDED,
    DECLINED
  }

  /** Whether it has ended. */
  boolean hasEnded() {
    return switch (status) {
      case PENDING, REVIEW -> false;
      case REFUNDED, DECLINED -> true;
    };
  }

  /** The same refund, elsewhere. */
  Refund as(Status stands, @Nullable String note, @Nullable String why) {
    return new Refund(channel, id, lot, stands, askedAt, note, why);
  }

  long amountMinor() {
    return lot.payment().chargeMinor();
  }

  String currency() {
    return lot.payment().currency();
  }
}
