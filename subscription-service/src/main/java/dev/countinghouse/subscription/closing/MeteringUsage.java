package dev.countinghouse.subscription.closing;

import dev.countinghouse.contracts.internal.MauAnswer;
import dev.countinghouse.contracts.internal.Progress;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks metering-service. */
@ApplicationScoped
@DefaultBean
class MeteringUsage implements UsageSource {

  private final MeteringClient metering;

  MeteringUsage(@RestClient MeteringClient metering) {
    this.metering = metering;
  }

  @Override
  public Uni<Long> mau(String channel, LocalDate on) {
    return metering.mau(channel, on).map(MauAnswer::mau);
  }

  @Override
  public Uni<Long> counted(String channel) {
    return metering.progress(channel).map(MeteringUsage::emitted);
  }

  private static long emitted(Progress progress) {
    if (progress.pending() > 0) {
      throw new IllegalStateException(progress.pending() + " records of usage are not counted yet");
    }
    return progress.emitted();
  }
}
