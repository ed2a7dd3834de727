package dev.countinghouse.prepaid.refund;

import dev.countinghouse.caller.ServiceTokenFilter;
import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.contracts.internal.RefundRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Refunds of subscription-service. */
@RegisterRestClient(configKey = "subscription")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/internal/channels/{c}/refunds")
public interface SubscriptionRefunds {

  /** Pays back once an id; the same id and content gets the same answer. */
  @PUT
  @Path("/{id}")
  Uni<RefundAnswer> refund(
      @PathParam("c") String channel, @PathParam("id") String id, RefundRequest request);

  /** How far it is; 404 {@code refund.not-found} where nothing stands under the id. */
  @GET
  @Path("/{id}")
  Uni<RefundAnswer> find(@PathParam("c") String channel, @PathParam("id") String id);

  /** As {@link #find}; where nothing stands under the id, nothing ever will: it is declined. */
  @DELETE
  @Path("/{id}")
  Uni<RefundAnswer> voidUnknown(@PathParam("c") String channel, @PathParam("id") String id);
}
