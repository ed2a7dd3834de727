package dev.countinghouse.prepaid.pu;

import dev.countinghouse.http.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A channel's points, for its people. */
@Path("/v1/channels/{c}/pu")
@Tag(name = "PU", description = "Prepaid points for messages; 1 PU = $0.001")
public class AccountResource {

  private final ReadAccount account;

  AccountResource(ReadAccount account) {
    this.account = account;
  }

  @GET
  @Operation(
      summary = "Balances",
      description = "Posted, held by open messages, and available = posted − held.")
  public Uni<BalancesView> balances(@PathParam("c") String channel) {
    return account.balances(channel).map(BalancesView::of);
  }

  @GET
  @Path("/entries")
  @Operation(
      summary = "Journal",
      description = "Every entry of every movement, newest first; a movement sums to zero.")
  public Uni<Page<EntryView>> entries(
      @PathParam("c") String channel,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return account.entries(channel, cursor, limit);
  }
}
