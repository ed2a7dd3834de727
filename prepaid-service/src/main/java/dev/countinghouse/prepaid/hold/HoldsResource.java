package dev.countinghouse.prepaid.hold;

import dev.countinghouse.contracts.internal.HoldAnswers;
import dev.countinghouse.contracts.internal.HoldRequests;
import dev.countinghouse.contracts.internal.SettlementAnswers;
import dev.countinghouse.contracts.internal.SettlementRequests;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many holds and their ends, for the other services. */
@Path("/internal/holds")
@Tag(name = "holds", description = "For the other services only")
public class HoldsResource {

  private final PlaceHolds place;
  private final SettleHolds settle;

  HoldsResource(PlaceHolds place, SettleHolds settle) {
    this.place = place;
    this.settle = settle;
  }

  @POST
  @Operation(
      summary = "Reserve points",
      description = "1 to 1,000 holds, each answered for itself and in the same order.")
  public Uni<HoldAnswers> place(HoldRequests requests) {
    mustBeInOrder(HoldBatch.check(requests.holds()));
    return place.place(requests.holds()).map(HoldAnswers::new);
  }

  @POST
  @Path("/settlements")
  @Operation(
      summary = "Take points of holds, or give them back",
      description = "1 to 1,000 ends of holds, each answered for itself and in the same order.")
  public Uni<SettlementAnswers> settle(SettlementRequests requests) {
    mustBeInOrder(HoldBatch.checkEnds(requests.settlements()));
    return settle.settle(requests.settlements()).map(SettlementAnswers::new);
  }

  private static void mustBeInOrder(Problem problem) {
    if (!problem.errors().isEmpty()) {
      throw new ProblemException(problem);
    }
  }
}
