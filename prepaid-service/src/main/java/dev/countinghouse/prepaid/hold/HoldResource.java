package dev.countinghouse.prepaid.hold;

import dev.countinghouse.contracts.internal.HoldAnswers;
import dev.countinghouse.contracts.internal.HoldRequests;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Places holds, for the other services. */
@Path("/internal/holds")
@Tag(name = "holds", description = "For the other services only")
public class HoldResource {

  private final PlaceHolds place;

  HoldResource(PlaceHolds place) {
    this.place = place;
  }

  @POST
  @Operation(
      summary = "Reserve points",
      description = "1 to 1,000 holds, each answered for itself and in the same order.")
  public Uni<HoldAnswers> place(HoldRequests requests) {
    Problem problem = HoldBatch.check(requests.holds());
    if (!problem.errors().isEmpty()) {
      throw new ProblemException(problem);
    }
    return place.place(requests.holds()).map(HoldAnswers::new);
  }
}
