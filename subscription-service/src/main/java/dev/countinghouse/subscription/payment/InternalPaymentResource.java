package dev.countinghouse.subscription.payment;

import dev.countinghouse.contracts.internal.PaymentStanding;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /internal/channels/{c}/payment-standing}. */
@Path("/internal/channels/{c}/payment-standing")
@Produces(MediaType.APPLICATION_JSON)
public class InternalPaymentResource {

  @GET
  @WithSession
  @Operation(hidden = true)
  public Uni<PaymentStanding> standing(@PathParam("c") String channel) {
    return PaymentMethod.count("channel = ?1 and removedAt is null", channel)
        .map(methods -> new PaymentStanding(methods > 0));
  }
}
