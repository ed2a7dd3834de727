package dev.countinghouse.prepaid.hold;

import dev.countinghouse.contracts.internal.HoldSettlement;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.http.Quantities;
import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.pu.LedgerRows;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One hold and its end, for the other services. */
@Path("/internal/channels/{c}/holds/{id}")
@Tag(name = "holds", description = "For the other services only")
public class SettlementResource {

  private final SettleHold settle;
  private final FindHold find;

  SettlementResource(SettleHold settle, FindHold find) {
    this.settle = settle;
    this.find = find;
  }

  @GET
  @Operation(summary = "A hold and its fate")
  public Uni<HoldView> find(@PathParam("c") String channel, @PathParam("id") String id) {
    return find.find(channel, possible(id))
        .onItem()
        .ifNull()
        .failWith(() -> new ProblemException(unknown(id)))
        .map(hold -> HoldView.of(channel, hold));
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
    return settle
        .settle(channel, now -> new LedgerCommand.CaptureHold(hold, settlement.tenths(), now))
        .map(outcome -> answer(channel, outcome));
  }

  @POST
  @Path("/release")
  @Operation(summary = "Give a hold back")
  public Uni<HoldView> release(@PathParam("c") String channel, @PathParam("id") String id) {
    String hold = possible(id);
    return settle
        .settle(channel, now -> new LedgerCommand.ReleaseHold(hold, now))
        .map(outcome -> answer(channel, outcome));
  }

  private static String possible(String id) {
    if (!HoldBatch.isId(id)) {
      throw new ProblemException(unknown(id));
    }
    return id;
  }

  private static HoldView answer(String channel, LedgerOutcome outcome) {
    return switch (outcome) {
      case LedgerOutcome.Settled settled -> HoldView.of(channel, settled.hold());
      case LedgerOutcome.AlreadyEnded ended -> throw new ProblemException(ended(ended.hold()));
      case LedgerOutcome.CaptureExceedsHold exceeds ->
          throw new ProblemException(exceeds(exceeds.hold()));
      case LedgerOutcome.UnknownHold hold -> throw new ProblemException(unknown(hold.id()));
      case LedgerOutcome.Done ignored -> throw notASettlement(outcome);
      case LedgerOutcome.LotTouched ignored -> throw notASettlement(outcome);
      case LedgerOutcome.Held ignored -> throw notASettlement(outcome);
      case LedgerOutcome.Insufficient ignored -> throw notASettlement(outcome);
      case LedgerOutcome.Conflict ignored -> throw notASettlement(outcome);
    };
  }

  private static Problem ended(Hold hold) {
    return Problem.of(409, "pu.hold-ended", "The hold has ended in another way.")
        .with("holdStatus", LedgerRows.name(hold.fate()));
  }

  private static Problem exceeds(Hold hold) {
    return Problem.of(422, "pu.capture-exceeds-hold", "More is to be captured than is held.")
        .blaming("tenths", "at most " + hold.tenths())
        .with("held", Quantities.ofTenths(hold.tenths()));
  }

  private static Problem unknown(String id) {
    return Problem.of(404, "pu.hold-not-found", "There is no hold " + id + ".");
  }

  private static IllegalStateException notASettlement(LedgerOutcome outcome) {
    return new IllegalStateException("a settlement came out as " + outcome);
  }
}
