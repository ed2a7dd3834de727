package dev.countinghouse.prepaid.purchase;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.order.PlaceOrder;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Top-ups: purchases of points alone, on any plan. */
@Path("/v1/channels/{c}/pu/top-ups")
@Tag(name = "PU", description = "Prepaid points for messages; 1 PU = $0.001")
public class TopUpResource {

  private final PurchaseLots purchase;
  private final ChannelClock clock;
  private final Idempotency idempotency;

  TopUpResource(PurchaseLots purchase, ChannelClock clock, Idempotency idempotency) {
    this.purchase = purchase;
    this.clock = clock;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      summary = "Buy points",
      description =
          "They last twelve months. 202 while the payment has no answer: ask for the purchase"
              + " until it has ended.")
  public Uni<Response> topUp(@PathParam("c") String channel, TopUpRequest request) {
    BigDecimal units = request.units();
    if (units == null) {
      throw new ProblemException(missing());
    }
    return clock
        .now(channel)
        .chain(
            () ->
                idempotency.resumable(
                    channel, request, PlaceOrder::newId, id -> topUp(channel, id, units)));
  }

  private Uni<Answer> topUp(String channel, String id, BigDecimal units) {
    return purchase
        .purchase(channel, id, List.of(new OrderLine(BookItem.POINTS, units)), false)
        .map(result -> PurchaseAnswers.of(result, fault -> "units"));
  }

  private static Problem missing() {
    return Problem.of(400, "body.invalid", "The top-up breaks a rule of this call.")
        .blaming("units", "a whole number");
  }
}
