package dev.countinghouse.subscription.closing;

import dev.countinghouse.contracts.internal.MauAnswer;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks metering-service. */
@ApplicationScoped
@DefaultBean
class MeteringMau implements MauSource {

  private final MeteringClient metering;

  MeteringMau(@RestClient MeteringClient metering) {
    this.metering = metering;
  }

  @Override
  public Uni<Long> mau(String channel, LocalDate on) {
    return metering.mau(channel, on).map(MauAnswer::mau);
  }
}
