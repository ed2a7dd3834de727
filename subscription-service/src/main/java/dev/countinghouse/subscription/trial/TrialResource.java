package dev.countinghouse.subscription.trial;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.outbox.Consumption;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/channels/{c}/trial}. */
@Path("/v1/channels/{c}/trial")
@Tag(name = "subscription")
@Produces(MediaType.APPLICATION_JSON)
public class TrialResource {

  private static final int CREATED = 201;

  private final StartTrial start;
  private final Idempotency idempotency;
  private final Consumption consumption;

  TrialResource(StartTrial start, Idempotency idempotency, Consumption consumption) {
    this.start = start;
    this.idempotency = idempotency;
    this.consumption = consumption;
  }

  @POST
  @Operation(summary = "Start the trial", description = "Once a channel, ever; no card is needed.")
  @APIResponse(responseCode = "201", description = "Started")
  @APIResponse(
      responseCode = "409",
      description = "trial.tutorial-incomplete, trial.already-used, trial.not-offered")
  @APIResponse(responseCode = "422", description = "trial.unknown-plan, trial.unknown-add-on")
  public Uni<Response> start(@PathParam("c") String channel, @Valid TrialRequest request) {
    return idempotency
        .once(channel, request, tx -> start.start(tx, channel, request.selection()))
        .call(answer -> untilGranted(channel, answer));
  }

  @GET
  @WithSession
  @Operation(summary = "The channel's trial")
  @APIResponse(responseCode = "404", description = "trial.not-found: it never had one")
  public Uni<TrialJson> get(@PathParam("c") String channel) {
    return Trial.of(channel).onItem().ifNull().failWith(TrialResource::notFound).map(TrialJson::of);
  }

  /** So that whoever asks for the points next sees the grant (TRI-4). */
  private Uni<Void> untilGranted(String channel, Response answer) {
    return answer.getStatus() == CREATED
        ? consumption.await(ServiceName.PREPAID.id(), channel)
        : Uni.createFrom().voidItem();
  }

  private static ProblemException notFound() {
    return new ProblemException(
        Problem.of(404, "trial.not-found", "The channel never had a trial."));
  }
}
