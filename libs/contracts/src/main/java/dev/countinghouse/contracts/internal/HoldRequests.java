package dev.countinghouse.contracts.internal;

import java.util.List;

/**
 * The body of {@code POST /internal/holds}: 1 to 1,000 holds, each answered for itself and in the
 * same order.
 */
public record HoldRequests(List<HoldRequest> holds) {
  public HoldRequests {
    holds = List.copyOf(holds);
  }
}
