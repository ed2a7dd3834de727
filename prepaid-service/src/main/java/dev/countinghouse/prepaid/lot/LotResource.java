package dev.countinghouse.prepaid.lot;

import dev.countinghouse.http.Page;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A channel's lots. */
@Path("/v1/channels/{c}/prepaid/lots")
@Tag(name = "prepaid", description = "Prepaid usage: twelve months of an item at once")
public class LotResource {

  private final ReadLots lots;
  private final ChangeLot change;

  LotResource(ReadLots lots, ChangeLot change) {
    this.lots = lots;
    this.change = change;
  }

  @GET
  @Operation(
      summary = "Lots",
      description = "Every lot the channel ever had, of months and of points, newest first.")
  public Uni<Page<LotView>> list(
      @PathParam("c") String channel,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return lots.list(channel, cursor, limit);
  }

  @GET
  @Path("/{l}")
  @Operation(summary = "A lot")
  public Uni<LotView> find(@PathParam("c") String channel, @PathParam("l") String id) {
    return lots.find(channel, id)
        .onItem()
        .ifNull()
        .failWith(() -> new ProblemException(LotProblems.unknown(id)));
  }

  @PATCH
  @Path("/{l}")
  @Operation(
      summary = "Switch a lot's renewal",
      description = "Until the lot ends; it is then bought again at the price of that day.")
  public Uni<LotView> change(
      @PathParam("c") String channel, @PathParam("l") String id, LotChange request) {
    if (request.renew() == null) {
      throw new ProblemException(LotProblems.nothingToChange());
    }
    return change.renew(channel, id, request.renew()).map(result -> changed(id, result));
  }

  private static LotView changed(String id, ChangeLot.Result result) {
    return switch (result) {
      case ChangeLot.Result.Changed changed -> changed.lot();
      case ChangeLot.Result.Ended ended -> throw refusal(LotProblems.ended(ended.status()));
      case ChangeLot.Result.NotRenewable ignored -> throw refusal(LotProblems.notRenewable());
      case ChangeLot.Result.Unknown ignored -> throw refusal(LotProblems.unknown(id));
    };
  }

  private static ProblemException refusal(Problem problem) {
    return new ProblemException(problem);
  }
}
