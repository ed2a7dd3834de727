package dev.countinghouse.contracts.internal;

import java.util.List;

/**
 * The body of {@code POST /internal/holds/settlements}: 1 to 1,000 ends of holds, each answered for
 * itself and in the same order.
 */
public record SettlementRequests(List<SettlementRequest> settlements) {
  public SettlementRequests {
    settlements = List.copyOf(settlements);
  }
}
