package dev.countinghouse.prepaid.lot;

import dev.countinghouse.http.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
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

  private final ListLots lots;

  LotResource(ListLots lots) {
    this.lots = lots;
  }

  @GET
  @Operation(summary = "Lots", description = "Every lot the channel ever had, newest first.")
  public Uni<Page<LotView>> list(
      @PathParam("c") String channel,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return lots.list(channel, cursor, limit);
  }
}
