package dev.countinghouse.subscription.charge;

import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
  private final VoidCharge voiding;

  InternalChargeResource(TakeCharge take, VoidCharge voiding) {
    this.take = take;
    this.voiding = voiding;
  }

  @GET
  @WithSession
  @Operation(hidden = true)
  public Uni<ChargeAnswer> get(@PathParam("c") String channel, @PathParam("id") String id) {
    return Charge.of(channel, id)
        .onItem()
        .ifNull()
        .failWith(InternalChargeResource::notFound)
        .map(Charge::answer);
  }

  /** Where nothing stands under the id, nothing ever will; the answer is as of {@link #get}. */
  @DELETE
  @Operation(hidden = true)
  public Uni<ChargeAnswer> delete(@PathParam("c") String channel, @PathParam("id") String id) {
    return voiding.voidUnknown(channel, id);
  }

  @PUT
  @Operation(hidden = true)
  public Uni<ChargeAnswer> put(
      @PathParam("c") String channel, @PathParam("id") String id, ChargeRequest request) {
    return take.take(channel, id, request).map(InternalChargeResource::answer);
  }

  private static ProblemException notFound() {
    return new ProblemException(Problem.of(404, "charge.not-found", "There is no such charge."));
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
