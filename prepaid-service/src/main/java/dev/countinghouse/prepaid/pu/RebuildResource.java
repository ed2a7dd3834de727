package dev.countinghouse.prepaid.pu;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.prepaid.domain.Balances;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The comparison of journal and projections, for operations. */
@Path("/internal/channels/{c}/pu/rebuilt")
@Tag(name = "operations", description = "For the house only")
public class RebuildResource {

  private final ChannelClock clock;
  private final RebuildBalances rebuild;

  RebuildResource(ChannelClock clock, RebuildBalances rebuild) {
    this.clock = clock;
    this.rebuild = rebuild;
  }

  @GET
  @Operation(
      summary = "Rebuild the balances from the journal",
      description = "Compares them with the stored ones and changes nothing.")
  public Uni<RebuiltView> rebuild(@PathParam("c") String channel) {
    return clock.now(channel).chain(() -> rebuild.compare(channel)).map(RebuiltView::of);
  }

  /**
   * The comparison as JSON; quantities in tenths of a PU.
   *
   * @param equal whether journal and projections agree to the tenth
   */
  public record RebuiltView(boolean equal, Balances stored, Balances rebuilt, long differingLots) {

    static RebuiltView of(RebuildBalances.Rebuilt of) {
      return new RebuiltView(of.isEqual(), of.stored(), of.rebuilt(), of.differingLots());
    }
  }
}
