package dev.countinghouse.contracts.event;

import java.time.Instant;
import java.util.List;

/**
 * A trial began (TRI-1, TRI-4). Source: subscription.
 *
 * @param priceBook id of the channel's book
 * @param priceBookVersion version of that book
 * @param startedAt first instant of the trial
 * @param endsAt first instant after it
 * @param grantTenths promotional PU that starting grants, in tenths of a PU
 */
public record TrialStarted(
    String channel,
    String plan,
    List<String> addOns,
    String priceBook,
    int priceBookVersion,
    Instant startedAt,
    Instant endsAt,
    long grantTenths) {

  public static final String TYPE = "trial.started";

  public TrialStarted {
    addOns = List.copyOf(addOns);
  }
}
