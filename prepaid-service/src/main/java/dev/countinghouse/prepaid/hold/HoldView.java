package dev.countinghouse.prepaid.hold;

import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.Hold.Fate;
import dev.countinghouse.prepaid.pu.LedgerRows;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hold as the other services see it.
 *
 * @param status {@code open}, {@code captured}, {@code released}, {@code expired} or {@code
 *     refused}
 * @param capturedTenths what was taken; 0 unless captured
 */
public record HoldView(
    String id,
    String channel,
    String status,
    long tenths,
    long capturedTenths,
    String reason,
    Instant at,
    Instant expiresAt,
    @Nullable Instant endedAt) {

  static HoldView of(String channel, Hold hold) {
    return new HoldView(
        hold.id(),
        channel,
        LedgerRows.name(hold.fate()),
        hold.tenths(),
        hold.fate() instanceof Fate.Captured captured ? captured.tenths() : 0,
        hold.reason(),
        hold.at(),
        hold.expiresAt(),
        endedAt(hold.fate()));
  }

  private static @Nullable Instant endedAt(Fate fate) {
    return switch (fate) {
      case Fate.Open ignored -> null;
      case Fate.Captured captured -> captured.at();
      case Fate.Released released -> released.at();
      case Fate.Expired expired -> expired.at();
      case Fate.Refused refused -> refused.at();
    };
  }
}
