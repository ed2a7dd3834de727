package dev.countinghouse.subscription.testclock.domain;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.internal.Progress;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a channel is at rest: every event that a service has emitted is applied by every service
 * that consumes it, and nothing is under way outside the outboxes.
 */
public final class Settlement {

  private Settlement() {}

  /**
   * What is still under way, as a sentence; empty when the channel is at rest.
   *
   * @param progress of every service of {@link EventFlow#services}
   */
  public static Optional<String> unsettled(Map<ServiceName, Progress> progress) {
    return EventFlow.services().stream()
        .flatMap(service -> unsettled(service, progress).stream())
        .findFirst();
  }

  private static Optional<String> unsettled(
      ServiceName consumer, Map<ServiceName, Progress> progress) {
    Progress own = of(consumer, progress);
    if (own.pending() > 0) {
      return Optional.of(consumer.id() + " has " + own.pending() + " pieces of work under way");
    }
    return EventFlow.sourcesOf(consumer).stream()
        .filter(source -> applied(own, source) < of(source, progress).emitted())
        .map(source -> behind(consumer, source, progress))
        .findFirst();
  }

  private static String behind(
      ServiceName consumer, ServiceName source, Map<ServiceName, Progress> progress) {
    return "%s has applied %d of %d events of %s"
        .formatted(
            consumer.id(),
            applied(of(consumer, progress), source),
            of(source, progress).emitted(),
            source.id());
  }

  private static long applied(Progress progress, ServiceName source) {
    return progress.consumed().getOrDefault(source.id(), 0L);
  }

  private static Progress of(ServiceName service, Map<ServiceName, Progress> progress) {
    Progress found = progress.get(service);
    if (found == null) {
      throw new IllegalArgumentException("no progress of " + service.id());
    }
    return found;
  }
}
