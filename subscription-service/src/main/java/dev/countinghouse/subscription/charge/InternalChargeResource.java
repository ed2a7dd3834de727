package dev.countinghouse.subscription.charge;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /internal/channels/{c}/charges/{id}}. */
@Path("/internal/channels/{c}/charges/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class InternalChargeResource {

  private final TakeCharge take;
  private final ChannelClock clock;

  InternalChargeResource(TakeCharge take, ChannelClock clock) {
    this.take = take;
    this.clock = clock;
  }

  @PUT
  @Operation(hidden = true)
  public Uni<ChargeAnswer> put(
      @PathParam("c") String channel, @PathParam("id") String id, ChargeRequest request) {
    return clock
        .now(channel)
        .invoke(
            known ->
                ChargeChecks.problem(request, known.currency())
                    .ifPresent(InternalChargeResource::refuse))
        .chain(() -> take.take(channel, id, request))
        .map(InternalChargeResource::answer);
  }

  private static ChargeAnswer answer(ChargeResult result) {
    return switch (result) {
      case ChargeResult.Answered(ChargeAnswer answer) -> answer;
      case ChargeResult.Conflict() ->
          throw new ProblemException(
              Problem.of(
                  422, "charge.conflict", "This id was used for a charge with other content."));
    };
  }

  private static void refuse(Problem problem) {
    throw new ProblemException(problem);
  }
}
