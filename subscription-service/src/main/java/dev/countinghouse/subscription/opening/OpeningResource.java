package dev.countinghouse.subscription.opening;

import dev.countinghouse.caller.CurrentCaller;
import dev.countinghouse.http.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /v1/channels}. */
@Path("/v1/channels")
@Tag(name = "channels")
@Produces(MediaType.APPLICATION_JSON)
public class OpeningResource {

  private final OpenChannel open;
  private final Idempotency idempotency;
  private final CurrentCaller current;

  OpeningResource(OpenChannel open, Idempotency idempotency, CurrentCaller current) {
    this.open = open;
    this.idempotency = idempotency;
    this.current = current;
  }

  @POST
  @Operation(summary = "Create a channel", description = "The caller becomes its owner.")
  @APIResponse(responseCode = "201", description = "Created; Location names it")
  @APIResponse(responseCode = "422", description = "channel.invalid: a field that does not exist")
  public Uni<Response> open(@Valid ChannelRequest request) {
    String owner = current.caller().subject();
    return idempotency.once(owner, request, tx -> open.open(tx, request, owner));
  }
}
