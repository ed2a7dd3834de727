package dev.countinghouse.prepaid.purchase;

import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Problem;
import dev.countinghouse.prepaid.order.LookUpCharge;
import dev.countinghouse.prepaid.order.Order;
import dev.countinghouse.prepaid.order.ResolveOrder;
import dev.countinghouse.prepaid.order.ResolveOrder.Resolution;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The end of orders whose charge is in doubt, for operators. */
@Path("/v1/channels/{c}/prepaid/orders/{o}/resolution")
@Tag(name = "prepaid", description = "Prepaid usage: twelve months of an item at once")
public class ResolutionResource {

  private final LookUpCharge books;
  private final ResolveOrder resolve;
  private final Idempotency idempotency;

  ResolutionResource(LookUpCharge books, ResolveOrder resolve, Idempotency idempotency) {
    this.books = books;
    this.resolve = resolve;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      summary = "End an order that is in review (operator)",
      description =
          "`paid`: the money was taken, its lots are created. `not-paid`: nothing was taken, and"
              + " nothing will be. Both are refused unless the charge is so. `ask-again`: what stood"
              + " in the way is put right.")
  public Uni<Response> resolve(
      @PathParam("c") String channel, @PathParam("o") String id, ResolutionRequest request) {
    Resolution resolution = request.resolution();
    return books
        .lookUp(channel, id, resolution)
        .chain(
            found ->
                idempotency.once(
                    channel, request, tx -> resolve(tx, channel, id, resolution, found)));
  }

  private Uni<Answer> resolve(
      Transaction transaction,
      String channel,
      String id,
      Resolution resolution,
      ChargeAnswer found) {
    return resolve
        .resolve(transaction, channel, id, resolution, found)
        .map(result -> answer(id, result));
  }

  private static Answer answer(String id, ResolveOrder.Result result) {
    return switch (result) {
      case ResolveOrder.Result.Resolved resolved -> Answer.ok(PurchaseView.of(resolved.order()));
      case ResolveOrder.Result.NotInReview other -> Answer.refused(notInReview(other.order()));
      case ResolveOrder.Result.Contradicted(ChargeAnswer found) ->
          Answer.refused(contradicted(found));
      case ResolveOrder.Result.Unknown ignored -> Answer.refused(PurchaseAnswers.unknown(id));
    };
  }

  private static Problem contradicted(ChargeAnswer found) {
    Problem problem =
        Problem.of(409, "prepaid.review-contradicted", "Its charge says otherwise.")
            .with("chargeStatus", found.status());
    return found.invoice() == null ? problem : problem.with("invoice", found.invoice());
  }

  private static Problem notInReview(Order order) {
    return Problem.of(409, "prepaid.not-in-review", "Nothing about it waits for an operator.")
        .with("orderStatus", PurchaseView.status(order.status()));
  }
}
