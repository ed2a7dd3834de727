package dev.countinghouse.subscription.channel;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.ChannelView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What other services ask of a channel. */
@Path("/internal/channels/{c}")
@Produces(MediaType.APPLICATION_JSON)
public class InternalChannelResource {

  private final ChannelClock clock;

  InternalChannelResource(ChannelClock clock) {
    this.clock = clock;
  }

  @GET
  @Operation(hidden = true)
  public Uni<ChannelView> get(@PathParam("c") String id) {
    return clock.now(id).chain(now -> view(id, now));
  }

  @WithSession
  Uni<ChannelView> view(String id, ChannelNow now) {
    return Channel.get(id).map(channel -> channel.view(now.now()));
  }
}
