package dev.countinghouse.prepaid.pricebook;

import dev.countinghouse.caller.ServiceTokenFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The price books of subscription-service. */
@RegisterRestClient(configKey = "subscription")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/internal/price-books")
public interface SubscriptionPriceBooks {

  /** A published version, as the text of its JSON. */
  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  Uni<String> book(@PathParam("id") String id, @QueryParam("version") int version);
}
