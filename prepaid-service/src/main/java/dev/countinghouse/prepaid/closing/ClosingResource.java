package dev.countinghouse.prepaid.closing;

import dev.countinghouse.contracts.internal.ClosingAnswer;
import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The question of subscription-service's closing saga. */
@Path("/internal/channels/{c}/closings/{start}")
@Tag(name = "closings", description = "For the other services only")
public class ClosingResource {

  private final ClosePeriod closePeriod;

  ClosingResource(ClosePeriod closePeriod) {
    this.closePeriod = closePeriod;
  }

  @PUT
  @Operation(
      summary = "Close a billing period",
      description = "Draws the gauges and says what is postpaid; asked again, the same answer.")
  public Uni<ClosingAnswer> close(
      @PathParam("c") String channel, @PathParam("start") String start, ClosingRequest request) {
    check(start, request);
    return closePeriod.close(channel, request).map(ClosingResource::answer);
  }

  private static void check(String start, ClosingRequest request) {
    if (!request.start().toString().equals(start)) {
      throw new ProblemException(invalid().blaming("start", "the start in the path"));
    }
    if (!request.start().isBefore(request.end())) {
      throw new ProblemException(invalid().blaming("end", "an instant after start"));
    }
  }

  private static Problem invalid() {
    return Problem.of(400, "body.invalid", "The period is not one.");
  }

  private static ClosingAnswer answer(ClosePeriod.Closed closed) {
    return switch (closed) {
      case ClosePeriod.Answered answered -> answered.answer();
      case ClosePeriod.Conflict ignored ->
          throw new ProblemException(
              Problem.of(
                  409, "prepaid.closing-conflict", "The period was closed with other content."));
    };
  }
}
