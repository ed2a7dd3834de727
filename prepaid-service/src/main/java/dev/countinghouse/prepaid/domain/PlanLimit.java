package dev.countinghouse.prepaid.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much a plan lets a channel have (PRE-11). */
public final class PlanLimit {

  private PlanLimit() {}

  /**
   * The first line with which included + already bought + new exceeds the plan's limit.
   *
   * @param bought monthly quantities by item: active lots and what is reserved
   */
  public static Optional<LineFault> exceeded(
      BookPlan plan, Map<String, Long> bought, List<QuotedLine> lines) {
    Map<String, Long> total = new HashMap<>(bought);
    for (int line = 0; line < lines.size(); line++) {
      String item = lines.get(line).item().id();
      long prepaid = total.merge(item, lines.get(line).monthlyQuantity(), Math::addExact);
      long room = roomFor(plan, item);
      if (prepaid > room) {
        return Optional.of(fault(line, Math.max(0, room - prepaid + quantity(lines, line))));
      }
    }
    return Optional.empty();
  }

  private static long roomFor(BookPlan plan, String item) {
    Long limit = plan.limits().get(item);
    return limit == null ? Long.MAX_VALUE : limit - plan.allowances().getOrDefault(item, 0L);
  }

  private static long quantity(List<QuotedLine> lines, int line) {
    return lines.get(line).monthlyQuantity();
  }

  private static LineFault fault(int line, long left) {
    return new LineFault(
        line, LineFault.Code.PLAN_LIMIT, "monthlyQuantity", "at most " + left + " on this plan");
  }
}
