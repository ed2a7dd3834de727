package dev.countinghouse.gateway.directory;

import dev.countinghouse.caller.ServiceTokenFilter;
import dev.countinghouse.contracts.internal.Membership;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The questions that the gateway asks of subscription. */
@RegisterRestClient(configKey = "subscription")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/internal")
interface SubscriptionDirectory {

  @GET
  @Path("/memberships")
  Uni<List<Membership>> memberships(@QueryParam("subject") String subject);

  /** Fails with a web application exception of status 404 when there is no such key. */
  @GET
  @Path("/api-keys/{hash}")
  Uni<ApiKeyView> apiKey(@PathParam("hash") String hash);
}
