package dev.countinghouse.subscription.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.countinghouse.subscription.trial.TrialJson;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a channel stands, as outsiders see it.
 *
 * @param status {@code free}, {@code trial}, {@code active} or {@code past-due}
 * @param period the paid period that runs; absent on Free and in the trial
 * @param anchorDay the day of the month on which it is billed (TIME-4); 31 is the last
 * @param trial the trial, if the channel ever had one
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubscriptionJson(
    String status,
    String plan,
    List<String> addOns,
    @Nullable Period period,
    @Nullable Integer anchorDay,
    @Nullable TrialJson trial) {

  static SubscriptionJson of(Standing standing) {
    Subscription paid = standing.subscription();
    return new SubscriptionJson(
        standing.status().id(),
        standing.selection().plan(),
        standing.selection().addOns(),
        paid == null ? null : new Period(paid.periodStart, paid.periodEnd),
        paid == null ? null : paid.anchorDay,
        standing.trial() == null ? null : TrialJson.of(standing.trial()));
  }

  /** {@code [start, end)}. */
  @RegisterForReflection
  public record Period(Instant start, Instant end) {}
}
