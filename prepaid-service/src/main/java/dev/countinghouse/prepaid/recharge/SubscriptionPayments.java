package dev.countinghouse.prepaid.recharge;

import dev.countinghouse.caller.ServiceTokenFilter;
import dev.countinghouse.contracts.internal.PaymentStanding;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What subscription-service knows of a channel's payment methods. */
@RegisterRestClient(configKey = "subscription")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/internal/channels/{c}/payment-standing")
public interface SubscriptionPayments {

  @GET
  Uni<PaymentStanding> standing(@PathParam("c") String channel);
}
