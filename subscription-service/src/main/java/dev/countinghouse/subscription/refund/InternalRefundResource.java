package dev.countinghouse.subscription.refund;

import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.contracts.internal.RefundRequest;
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

/** {@code /internal/channels/{c}/refunds/{id}}. */
@Path("/internal/channels/{c}/refunds/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class InternalRefundResource {

  private final PayBack payBack;
  private final VoidRefund voiding;

  InternalRefundResource(PayBack payBack, VoidRefund voiding) {
    this.payBack = payBack;
    this.voiding = voiding;
  }

  @GET
  @WithSession
  @Operation(hidden = true)
  public Uni<RefundAnswer> get(@PathParam("c") String channel, @PathParam("id") String id) {
    return Refund.of(channel, id)
        .onItem()
        .ifNull()
        .failWith(InternalRefundResource::notFound)
        .map(Refund::answer);
  }

  /** Where nothing stands under the id, nothing ever will; the answer is as of {@link #get}. */
  @DELETE
  @Operation(hidden = true)
  public Uni<RefundAnswer> delete(@PathParam("c") String channel, @PathParam("id") String id) {
    return voiding.voidUnknown(channel, id);
  }

  @PUT
  @Operation(hidden = true)
  public Uni<RefundAnswer> put(
      @PathParam("c") String channel, @PathParam("id") String id, RefundRequest request) {
    return payBack.payBack(channel, id, request).map(InternalRefundResource::answer);
  }

  private static ProblemException notFound() {
    return new ProblemException(Problem.of(404, "refund.not-found", "There is no such refund."));
  }

  private static RefundAnswer answer(RefundResult result) {
    return switch (result) {
      case RefundResult.Answered(RefundAnswer answer) -> answer;
      case RefundResult.Invalid(Problem why) -> throw new ProblemException(why);
      case RefundResult.Conflict() ->
          throw new ProblemException(
              Problem.of(
                  422, "refund.conflict", "This id was used for a refund with other content."));
      case RefundResult.UnknownCharge() ->
          throw new ProblemException(
              Problem.of(404, "charge.not-found", "There is no such charge."));
      case RefundResult.ChargePending() ->
          throw new ProblemException(
              Problem.of(409, "charge.pending", "The charge's own payment is not answered yet."));
    };
  }
}
