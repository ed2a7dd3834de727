package dev.countinghouse.subscription.subscription;

import dev.countinghouse.subscription.channel.Channel;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/channels/{c}/subscription}. */
@Path("/v1/channels/{c}/subscription")
@Tag(name = "subscription")
@Produces(MediaType.APPLICATION_JSON)
public class SubscriptionResource {

  @GET
  @WithSession
  @Operation(summary = "Where the channel stands: free, trial, active or past-due")
  public Uni<SubscriptionJson> get(@PathParam("c") String channel) {
    return Channel.get(channel).chain(() -> Standing.of(channel)).map(SubscriptionJson::of);
  }
}
