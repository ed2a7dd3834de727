package dev.countinghouse.subscription.charge;

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

  InternalChargeResource(TakeCharge take) {
    this.take = take;
  }

  @PUT
  @Operation(hidden = true)
  public Uni<ChargeAnswer> put(
      @PathParam("c") String channel, @PathParam("id") String id, ChargeRequest request) {
    return take.take(channel, id, request).map(InternalChargeResource::answer);
  }

  private static ChargeAnswer answer(ChargeResult result) {
    return switch (result) {
      case ChargeResult.Answered(ChargeAnswer answer) -> answer;
      case ChargeResult.Invalid(Problem why) -> throw new ProblemException(why);
      case ChargeResult.Conflict() ->
          throw new ProblemException(
              Problem.of(
                  422, "charge.conflict", "This id was used for a charge with other content."));
    };
  }
}
