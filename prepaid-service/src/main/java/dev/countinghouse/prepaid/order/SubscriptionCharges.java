package dev.countinghouse.prepaid.order;

import dev.countinghouse.caller.ServiceTokenFilter;
import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.contracts.internal.ChargeRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Payments of subscription-service. */
@RegisterRestClient(configKey = "subscription")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/internal/channels/{c}/charges")
public interface SubscriptionCharges {

  /** Invoices and charges once an id; the same id and content gets the same answer. */
  @PUT
  @Path("/{id}")
  Uni<ChargeAnswer> charge(
      @PathParam("c") String channel, @PathParam("id") String id, ChargeRequest request);

  /** How far it is; 404 {@code charge.not-found} where nothing stands under the id. */
  @GET
  @Path("/{id}")
  Uni<ChargeAnswer> find(@PathParam("c") String channel, @PathParam("id") String id);

  /** As {@link #find}; where nothing stands under the id, nothing ever will: it is declined. */
  @DELETE
  @Path("/{id}")
  Uni<ChargeAnswer> voidUnknown(@PathParam("c") String channel, @PathParam("id") String id);
}
