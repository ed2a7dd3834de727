package dev.countinghouse.subscription.channel;

import dev.countinghouse.caller.CurrentCaller;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Page;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/channels}. */
@Path("/v1/channels")
@Tag(name = "channels")
@Produces(MediaType.APPLICATION_JSON)
public class ChannelResource {

  private final CompleteTutorial complete;
  private final ListChannels list;
  private final Idempotency idempotency;
  private final CurrentCaller current;

  ChannelResource(
      CompleteTutorial complete,
      ListChannels list,
      Idempotency idempotency,
      CurrentCaller current) {
    this.complete = complete;
    this.list = list;
    this.idempotency = idempotency;
    this.current = current;
  }

  @GET
  @Operation(summary = "List my channels", description = "Oldest first.")
  public Uni<Page<ChannelJson>> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return list.page(current.caller(), cursor, limit);
  }

  @GET
  @Path("/{c}")
  @WithSession
  @Operation(summary = "One channel")
  public Uni<ChannelJson> get(@PathParam("c") String channel) {
    return Channel.get(channel).map(ChannelJson::of);
  }

  @POST
  @Path("/{c}/tutorial-completion")
  @Operation(
      summary = "Complete the tutorial",
      description = "A trial needs it (TRI-2). Repeating it changes nothing.")
  public Uni<Response> completeTutorial(@PathParam("c") String channel) {
    return idempotency.once(channel, "", tx -> complete.complete(channel));
  }
}
