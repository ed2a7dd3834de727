package dev.countinghouse.prepaid.domain;

import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel was on, one after another.
 *
 * @param plans by their first instants, ascending
 */
public record PlanHistory(List<ChannelPlan> plans) {

  public PlanHistory {
    plans = List.copyOf(plans);
  }

  /**
   * The period that an instant falls in. Before anything was known the channel was on Free.
   *
   * @return null when no event has told yet what follows the last trial or paid period, or nothing
   *     has been told at all
   */
  public @Nullable UsagePeriod periodAt(Instant at, ZoneId zone) {
    ChannelPlan plan = planAt(at);
    if (plan == null || (plan.until() != null && !at.isBefore(plan.until()))) {
      return null;
    }
    return UsagePeriod.of(plan, at, zone);
  }

  private @Nullable ChannelPlan planAt(Instant at) {
    for (ChannelPlan plan : plans.reversed()) {
      if (!at.isBefore(plan.since())) {
        return plan;
      }
    }
    return plans.isEmpty() ? null : before(plans.getFirst());
  }

  private static ChannelPlan before(ChannelPlan first) {
    return new ChannelPlan(
        Standing.FREE, "free", first.book(), first.bookVersion(), Instant.MIN, first.since());
  }
}
