package dev.countinghouse.subscription.testclock.domain;

import dev.countinghouse.contracts.ServiceName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The next step of a test clock on its way (TIME-3). Each may be repeated after a crash. */
public sealed interface AdvanceStep {

  /** Set every service's copy of the clock. */
  record MoveClocks(Instant to, boolean isRewind) implements AdvanceStep {}

  /** Let one service do what is due there. */
  record RunDueWork(ServiceName service, Instant now) implements AdvanceStep {}

  /** Nothing is left before the target. */
  record Finish() implements AdvanceStep {}

  /** The step to finish before anything else is asked, when one was interrupted. */
  static Optional<MoveClocks> interrupted(Advance advance) {
    return advance.isInterrupted() && advance.movingTo() != null
        ? Optional.of(new MoveClocks(advance.movingTo(), advance.isRewind()))
        : Optional.empty();
  }

  /**
   * The next step of a channel at rest. Only one service works at a time, and what it emits is
   * applied before the next does: at one instant as over time, one thing follows from another.
   *
   * @param due when the next work of each service falls due; a service without work is absent
   */
  static AdvanceStep next(Advance advance, Map<ServiceName, Instant> due) {
    if (advance.isRewind() && !advance.now().equals(advance.target())) {
      return new MoveClocks(advance.target(), true);
    }
    Optional<ServiceName> first = first(due);
    Instant earliest = first.map(due::get).orElse(Instant.MAX);
    if (first.isPresent() && !earliest.isAfter(advance.now())) {
      return new RunDueWork(first.get(), advance.now());
    }
    if (!advance.now().isBefore(advance.target())) {
      return new Finish();
    }
    return new MoveClocks(earliest.isBefore(advance.target()) ? earliest : advance.target(), false);
  }

  private static Optional<ServiceName> first(Map<ServiceName, Instant> due) {
    List<ServiceName> order = EventFlow.services();
    return due.keySet().stream()
        .min(Comparator.<ServiceName, Instant>comparing(due::get).thenComparing(order::indexOf));
  }
}
