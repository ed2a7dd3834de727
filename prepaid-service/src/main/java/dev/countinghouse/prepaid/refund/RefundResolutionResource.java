package dev.countinghouse.prepaid.refund;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Problem;
import dev.countinghouse.prepaid.lot.LotProblems;
import dev.countinghouse.prepaid.refund.ResolveRefund.Resolution;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The end of refunds whose money is in doubt, for operators. */
@Path("/v1/channels/{c}/prepaid/lots/{l}/refund/resolution")
@Tag(name = "prepaid", description = "Prepaid usage: twelve months of an item at once")
public class RefundResolutionResource {

  private final ResolveRefund resolve;
  private final ChannelClock clock;
  private final Idempotency idempotency;

  RefundResolutionResource(ResolveRefund resolve, ChannelClock clock, Idempotency idempotency) {
    this.resolve = resolve;
    this.clock = clock;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      summary = "End a refund that is in review (operator)",
      description =
          "`refunded`: the money is back. `declined`: it is not, the lot stays. `ask-again`: what"
              + " stood in the way is put right.")
  public Uni<Response> resolve(
      @PathParam("c") String channel, @PathParam("l") String lot, RefundResolutionRequest request) {
    Resolution resolution = request.resolution();
    return clock
        .now(channel)
        .chain(
            () ->
                idempotency.once(
                    channel,
                    request,
                    transaction -> resolve(transaction, channel, lot, resolution)));
  }

  private Uni<Answer> resolve(
      Transaction transaction, String channel, String lot, Resolution resolution) {
    return resolve
        .resolve(transaction, channel, lot, resolution)
        .map(result -> answer(lot, result));
  }

  private static Answer answer(String lot, ResolveRefund.Result result) {
    return switch (result) {
      case ResolveRefund.Result.Resolved resolved -> Answer.ok(RefundView.of(resolved.refund()));
      case ResolveRefund.Result.NotInReview ignored -> Answer.refused(notInReview());
      case ResolveRefund.Result.Unknown ignored -> Answer.refused(LotProblems.unknown(lot));
    };
  }

  private static Problem notInReview() {
    return Problem.of(409, "prepaid.not-in-review", "No refund of the lot waits for an operator.");
  }
}
