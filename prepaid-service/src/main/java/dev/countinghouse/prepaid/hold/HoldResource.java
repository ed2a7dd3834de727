package dev.countinghouse.prepaid.hold;

import dev.countinghouse.contracts.internal.HoldSettlement;
import dev.countinghouse.contracts.internal.NewHold;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One hold and its end, for the other services; {@link HoldsResource} takes many. */
@Path("/internal/channels/{c}/holds/{id}")
@Tag(name = "holds", description = "For the other services only")
public class HoldResource {

  private final DecideHold decide;
  private final FindHold find;

  HoldResource(DecideHold decide, FindHold find) {
    this.decide = decide;
    this.find = find;
  }

  @GET
  @Operation(summary = "A hold and its fate")
  public Uni<HoldView> find(@PathParam("c") String channel, @PathParam("id") String id) {
    return find.find(channel, possible(id))
        .onItem()
        .ifNull()
        .failWith(() -> new ProblemException(HoldReplies.unknown(id)))
        .map(hold -> HoldView.of(channel, hold));
  }

  @PUT
  @Operation(
      summary = "Reserve points under this id",
      description = "The same id with the same content is the same hold, and the same answer.")
  public Uni<HoldView> place(
      @PathParam("c") String channel, @PathParam("id") String id, NewHold hold) {
    Problem problem = HoldBatch.check(hold);
    if (!HoldBatch.isId(id)) {
      problem = problem.blaming("id", "1 to 100 characters");
    }
    if (!problem.errors().isEmpty()) {
      throw new ProblemException(problem);
    }
    return decide
        .decide(channel, now -> new LedgerCommand.PlaceHold(id, hold.tenths(), hold.reason(), now))
        .map(outcome -> HoldReplies.placed(channel, outcome));
  }

  @POST
  @Path("/capture")
  @Operation(summary = "Take points of a hold and release the rest")
  public Uni<HoldView> capture(
      @PathParam("c") String channel, @PathParam("id") String id, HoldSettlement settlement) {
    if (settlement.tenths() < 1) {
      throw new ProblemException(
          Problem.of(400, "body.invalid", "A capture takes something; release gives back all.")
              .blaming("tenths", "a whole number above 0"));
    }
    String hold = possible(id);
    return decide
        .decide(channel, now -> new LedgerCommand.CaptureHold(hold, settlement.tenths(), now))
        .map(outcome -> HoldReplies.settled(channel, outcome));
  }

  @POST
  @Path("/release")
  @Operation(summary = "Give a hold back")
  public Uni<HoldView> release(@PathParam("c") String channel, @PathParam("id") String id) {
    String hold = possible(id);
    return decide
        .decide(channel, now -> new LedgerCommand.ReleaseHold(hold, now))
        .map(outcome -> HoldReplies.settled(channel, outcome));
  }

  private static String possible(String id) {
    if (!HoldBatch.isId(id)) {
      throw new ProblemException(HoldReplies.unknown(id));
    }
    return id;
  }
}
