package dev.countinghouse.prepaid.refund;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Refunds of lots. */
@Path("/v1/channels/{c}/prepaid/lots/{l}/refund")
@Tag(name = "prepaid", description = "Prepaid usage: twelve months of an item at once")
public class RefundResource {

  private static final String PREFIX = "rfd";

  private final PayBackLot payBack;
  private final ChannelClock clock;
  private final Idempotency idempotency;

  RefundResource(PayBackLot payBack, ChannelClock clock, Idempotency idempotency) {
    this.payBack = payBack;
    this.clock = clock;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      summary = "Pay a lot back",
      description =
          "Whole, within 7 days of the purchase, only if nothing was deducted. 202 while the"
              + " money's way back is not known: ask for the lot until it is `refunded`.")
  public Uni<Response> refund(@PathParam("c") String channel, @PathParam("l") String lot) {
    return clock
        .now(channel)
        .chain(
            () ->
                idempotency.resumable(
                    channel, lot, () -> Ids.create(PREFIX), id -> refund(channel, lot, id)));
  }

  private Uni<Answer> refund(String channel, String lot, String id) {
    return payBack.payBack(channel, lot, id).map(begun -> RefundAnswers.of(lot, begun));
  }
}
