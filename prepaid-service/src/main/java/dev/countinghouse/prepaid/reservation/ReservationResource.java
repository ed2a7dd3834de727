package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.catalogue.Catalogue;
import dev.countinghouse.prepaid.catalogue.OpenCatalogue;
import dev.countinghouse.prepaid.domain.LineFault;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.quote.OrderProblems;
import dev.countinghouse.prepaid.quote.OrderRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A channel's reservations. */
@Path("/v1/channels/{c}/prepaid/reservations")
@Tag(name = "prepaid", description = "Prepaid usage: twelve months of an item at once")
public class ReservationResource {

  private final OpenCatalogue catalogues;
  private final ReserveLots reserve;
  private final ChangeReservation change;
  private final ListReservations list;
  private final Idempotency idempotency;

  ReservationResource(
      OpenCatalogue catalogues,
      ReserveLots reserve,
      ChangeReservation change,
      ListReservations list,
      Idempotency idempotency) {
    this.catalogues = catalogues;
    this.reserve = reserve;
    this.change = change;
    this.list = list;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      summary = "Reserve an order",
      description =
          "It is bought on the next billing date strictly after today, at the price of that day.")
  public Uni<Response> reserve(@PathParam("c") String channel, OrderRequest request) {
    List<OrderLine> lines = request.read();
    return catalogues.with(channel, catalogue -> reserve(catalogue, lines, request));
  }

  @GET
  @Operation(summary = "Reservations", description = "Newest first, with what became of them.")
  public Uni<Page<ReservationView>> list(
      @PathParam("c") String channel,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return list.list(channel, cursor, limit);
  }

  @GET
  @Path("/{r}")
  @Operation(summary = "A reservation")
  public Uni<ReservationView> find(@PathParam("c") String channel, @PathParam("r") String id) {
    return list.find(channel, id)
        .onItem()
        .ifNull()
        .failWith(() -> refusal(ReservationProblems.unknown(id)));
  }

  @PATCH
  @Path("/{r}")
  @Operation(summary = "Change a reservation", description = "Its quantity, its renewal or both.")
  public Uni<ReservationView> change(
      @PathParam("c") String channel, @PathParam("r") String id, ReservationChange request) {
    if (request.monthlyQuantity() == null && request.renew() == null) {
      throw new ProblemException(ReservationProblems.nothingToChange());
    }
    return catalogues.with(channel, catalogue -> change(catalogue, id, request));
  }

  @DELETE
  @Path("/{r}")
  @Operation(summary = "Cancel a reservation")
  public Uni<Void> cancel(@PathParam("c") String channel, @PathParam("r") String id) {
    return change.cancel(channel, id).map(result -> changed(id, result)).replaceWithVoid();
  }

  private Uni<Response> reserve(Catalogue catalogue, List<OrderLine> lines, OrderRequest request) {
    return idempotency.once(
        catalogue.now().channel(),
        request,
        transaction ->
            reserve
                .reserve(transaction, catalogue, lines, request.isRenewed())
                .map(result -> answer(catalogue, request, result)));
  }

  private Uni<ReservationView> change(Catalogue catalogue, String id, ReservationChange request) {
    return change
        .change(catalogue, id, request)
        .map(result -> changed(id, result))
        .map(changed -> ReservationView.of(changed, catalogue.plan(), catalogue.now().zone()));
  }

  private static Answer answer(
      Catalogue catalogue, OrderRequest request, ReserveLots.Result result) {
    return switch (result) {
      case ReserveLots.Result.Reserved reserved ->
          created(catalogue.now().channel(), reserved.order());
      case ReserveLots.Result.Refused refused ->
          Answer.refused(OrderProblems.of(refused.faults(), request::field));
    };
  }

  private static Answer created(String channel, ReservedOrder order) {
    String path = "/v1/channels/" + channel + "/prepaid/reservations/" + order.first().id();
    return Answer.created(path, order);
  }

  private static Reservation changed(String id, ChangeReservation.Result result) {
    return switch (result) {
      case ChangeReservation.Result.Changed changed -> changed.reservation();
      case ChangeReservation.Result.Refused refused ->
          throw refusal(OrderProblems.of(refused.faults(), LineFault::field));
      case ChangeReservation.Result.Closed closed ->
          throw refusal(ReservationProblems.closed(closed.reservation()));
      case ChangeReservation.Result.Unknown ignored ->
          throw refusal(ReservationProblems.unknown(id));
    };
  }

  private static ProblemException refusal(Problem problem) {
    return new ProblemException(problem);
  }
}
