package dev.countinghouse.prepaid.pu;

import dev.countinghouse.http.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** A channel's points, for its people. */
@Path("/v1/channels/{c}/pu")
@Tag(name = "PU", description = "Prepaid points for messages; 1 PU = $0.001")
public class AccountResource {

  private final ReadAccount account;
  private final ExportEntries export;

  AccountResource(ReadAccount account, ExportEntries export) {
    this.account = account;
    this.export = export;
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
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Journal",
      description =
          "Every entry of every movement, newest first; a movement sums to zero. As text/csv, all"
              + " of it for download, oldest first.")
  public Uni<Page<EntryView>> entries(
      @PathParam("c") String channel,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return account.entries(channel, cursor, limit);
  }

  @GET
  @Path("/entries")
  @Produces("text/csv;qs=0.5")
  @Operation(hidden = true)
  public RestMulti<String> csv(@PathParam("c") String channel) {
    return RestMulti.fromMultiData(export.export(channel))
        // Otherwise the preference among what we produce would go out as a parameter of the type.
        .header("Content-Type", "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"pu-entries.csv\"")
        .build();
  }
}
