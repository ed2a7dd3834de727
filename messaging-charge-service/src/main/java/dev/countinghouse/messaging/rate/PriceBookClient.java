package dev.countinghouse.messaging.rate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.caller.ServiceTokenFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Price books of subscription-service. */
@RegisterRestClient(configKey = "subscription")
@RegisterProvider(ServiceTokenFilter.class)
public interface PriceBookClient {

  /**
   * @param version null for the newest that is in effect
   */
  @GET
  @Path("/internal/price-books/{id}")
  Uni<JsonNode> find(@PathParam("id") String id, @QueryParam("version") @Nullable Integer version);
}
