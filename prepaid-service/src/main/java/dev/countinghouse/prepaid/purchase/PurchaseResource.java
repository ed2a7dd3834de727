package dev.countinghouse.prepaid.purchase;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.order.FindOrder;
import dev.countinghouse.prepaid.order.ListOrders;
import dev.countinghouse.prepaid.order.PlaceOrder;
import dev.countinghouse.prepaid.quote.OrderRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Purchases at once. */
@Path("/v1/channels/{c}/prepaid/purchases")
@Tag(name = "prepaid", description = "Prepaid usage: twelve months of an item at once")
public class PurchaseResource {

  private final PurchaseLots purchase;
  private final FindOrder orders;
  private final ListOrders list;
  private final ChannelClock clock;
  private final Idempotency idempotency;

  PurchaseResource(
      PurchaseLots purchase,
      FindOrder orders,
      ListOrders list,
      ChannelClock clock,
      Idempotency idempotency) {
    this.purchase = purchase;
    this.orders = orders;
    this.list = list;
    this.clock = clock;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      summary = "Buy an order",
      description =
          "All lines or none, for exactly what a quote says. 202 while the payment has no answer:"
              + " ask for the purchase until it has ended.")
  public Uni<Response> buy(@PathParam("c") String channel, OrderRequest request) {
    List<OrderLine> lines = request.read();
    return clock
        .now(channel)
        .chain(
            () ->
                idempotency.resumable(
                    channel, request, PlaceOrder::newId, id -> buy(channel, id, lines, request)));
  }

  @GET
  @Operation(
      summary = "Purchases",
      description =
          "Every order of the channel, newest first; `origin` says what placed it. An answer that"
              + " was lost is found here.")
  public Uni<Page<PurchaseView>> list(
      @PathParam("c") String channel,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return list.list(channel, cursor, limit)
        .map(page -> new Page<>(page.items().stream().map(PurchaseView::of).toList(), page.next()));
  }

  @GET
  @Path("/{p}")
  @Operation(
      summary = "A purchase",
      description = "Any order of the channel, those of reservations and renewals included.")
  public Uni<PurchaseView> find(@PathParam("c") String channel, @PathParam("p") String id) {
    return orders
        .find(channel, id)
        .onItem()
        .ifNull()
        .failWith(() -> new ProblemException(PurchaseAnswers.unknown(id)))
        .map(PurchaseView::of);
  }

  private Uni<Answer> buy(String channel, String id, List<OrderLine> lines, OrderRequest request) {
    return purchase
        .purchase(channel, id, lines, request.isRenewed())
        .map(result -> PurchaseAnswers.of(result, request::field));
  }
}
