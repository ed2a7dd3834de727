package dev.countinghouse.subscription.closing;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.internal.ClosingAnswer;
import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.outbox.ProgressTable;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks prepaid-service, once it has applied what metering told of usage and what this service told
 * of periods.
 */
@ApplicationScoped
@DefaultBean
class PrepaidOverage implements OverageSource {

  private final PrepaidClient prepaid;
  private final ProgressTable own;
  private final long waitMillis;

  PrepaidOverage(@RestClient PrepaidClient prepaid, ProgressTable own, ClosingSettings settings) {
    this.prepaid = prepaid;
    this.own = own;
    this.waitMillis = settings.consumption().toMillis();
  }

  @Override
  public Uni<ClosingAnswer> overage(String channel, long usageSequence, ClosingRequest request) {
    return own.emitted(channel)
        .chain(told -> untilApplied(channel, ServiceName.SUBSCRIPTION, told))
        .chain(() -> untilApplied(channel, ServiceName.METERING, usageSequence))
        .chain(() -> prepaid.close(channel, request.start().toString(), request));
  }

  private Uni<Void> untilApplied(String channel, ServiceName source, long sequence) {
    return prepaid
        .progress(channel, source.id(), sequence, waitMillis)
        .invoke(progress -> AppliedEvents.require(progress, source, sequence))
        .replaceWithVoid();
  }
}
