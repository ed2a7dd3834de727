package dev.countinghouse.prepaid.refund;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Problem;
import dev.countinghouse.prepaid.lot.LotProblems;
import dev.countinghouse.prepaid.refund.ResolveRefund.Claim;
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

  private final LookUpRefund books;
  private final ResolveRefund resolve;
  private final ChannelClock clock;
  private final Idempotency idempotency;

  RefundResolutionResource(
      LookUpRefund books, ResolveRefund resolve, ChannelClock clock, Idempotency idempotency) {
    this.books = books;
    this.resolve = resolve;
    this.clock = clock;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      summary = "End a refund that is in review (operator)",
      description =
          "`refunded`: the money is back. `declined`: it is not, and will not be; the lot stays."
              + " Both are refused unless the refund is so. `ask-again`: what stood in the way is"
              + " put right. `refund` is the id of the refund that is meant.")
  public Uni<Response> resolve(
      @PathParam("c") String channel, @PathParam("l") String lot, RefundResolutionRequest request) {
    Resolution resolution = request.resolution();
    String refund = request.refundId();
    return clock
        .now(channel)
        .chain(() -> books.lookUp(channel, lot, refund, resolution))
        .map(found -> new Claim(lot, refund, resolution, found))
        .chain(claim -> idempotency.once(channel, request, tx -> resolve(tx, channel, claim)));
  }

  private Uni<Answer> resolve(Transaction transaction, String channel, Claim claim) {
    return resolve.resolve(transaction, channel, claim).map(result -> answer(claim.lot(), result));
  }

  private static Answer answer(String lot, ResolveRefund.Result result) {
    return switch (result) {
      case ResolveRefund.Result.Resolved resolved -> Answer.ok(RefundView.of(resolved.refund()));
      case ResolveRefund.Result.NotInReview ignored -> Answer.refused(notInReview());
      case ResolveRefund.Result.Contradicted(RefundAnswer found) ->
          Answer.refused(contradicted(found));
      case ResolveRefund.Result.Unknown ignored -> Answer.refused(LotProblems.unknown(lot));
    };
  }

  private static Problem contradicted(RefundAnswer found) {
    Problem problem =
        Problem.of(409, "prepaid.review-contradicted", "Its money says otherwise.")
            .with("refundStatus", found.status());
    return found.creditNote() == null ? problem : problem.with("creditNote", found.creditNote());
  }

  private static Problem notInReview() {
    return Problem.of(
        409, "prepaid.not-in-review", "This refund of the lot does not wait for an operator.");
  }
}
