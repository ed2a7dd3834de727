package dev.countinghouse.clock;

import dev.countinghouse.caller.ServiceTokenFilter;
import dev.countinghouse.contracts.ChannelView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The channels of subscription-service. */
@RegisterRestClient(configKey = "subscription")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/internal/channels")
public interface SubscriptionChannels {

  @GET
  @Path("/{channel}")
  Uni<ChannelView> channel(@PathParam("channel") String channel);
}
