package dev.countinghouse.subscription.payment;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.PageQuery;
import dev.countinghouse.http.Paging;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/channels/{c}/payment-methods}. */
@Path("/v1/channels/{c}/payment-methods")
@Tag(name = "payment")
@Produces(MediaType.APPLICATION_JSON)
public class PaymentMethodResource {

  private final AddPaymentMethod add;
  private final RemovePaymentMethod remove;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final Paging paging;

  PaymentMethodResource(
      AddPaymentMethod add,
      RemovePaymentMethod remove,
      Idempotency idempotency,
      Transactions transactions,
      Paging paging) {
    this.add = add;
    this.remove = remove;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.paging = paging;
  }

  @POST
  @Operation(summary = "Put a card on file", description = "The one added last is paid with.")
  @APIResponse(responseCode = "201", description = "On file")
  @APIResponse(responseCode = "422", description = "payment-method.unknown-token")
  public Uni<Response> add(@PathParam("c") String channel, @Valid PaymentMethodRequest request) {
    return idempotency.resumable(
        channel,
        request,
        () -> Ids.create(AddPaymentMethod.PREFIX),
        id -> add.add(channel, id, request));
  }

  @GET
  @WithSession
  @Operation(summary = "List the cards on file", description = "Oldest first.")
  public Uni<Page<PaymentMethodJson>> list(
      @PathParam("c") String channel,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    PageQuery query = paging.open("payment-methods:" + channel, List.of(""), cursor, limit);
    return PaymentMethod.<PaymentMethod>find(
            "channel = ?1 and id > ?2 and removedAt is null order by id", channel, query.text(0))
        .page(0, query.fetch())
        .list()
        .map(found -> found.stream().map(PaymentMethodJson::of).toList())
        .map(found -> paging.close(query, found, method -> List.of(method.id())));
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Take a card off the file")
  public Uni<Void> remove(@PathParam("c") String channel, @PathParam("id") String id) {
    return transactions
        .run(tx -> remove.remove(tx, channel, id))
        .invoke(PaymentMethodResource::refuseUnknown)
        .replaceWithVoid();
  }

  private static void refuseUnknown(boolean found) {
    if (!found) {
      throw new ProblemException(
          Problem.of(404, "payment-method.not-found", "There is no such payment method."));
    }
  }
}
