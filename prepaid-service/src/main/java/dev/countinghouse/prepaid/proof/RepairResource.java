package dev.countinghouse.prepaid.proof;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The repair of a channel's balances, for operators. */
@Path("/v1/channels/{c}/pu/rebuild")
@Tag(name = "PU", description = "Prepaid points for messages; 1 PU = $0.001")
public class RepairResource {

  private final ChannelClock clock;
  private final RepairProjection repair;
  private final Idempotency idempotency;

  RepairResource(ChannelClock clock, RepairProjection repair, Idempotency idempotency) {
    this.clock = clock;
    this.repair = repair;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      summary = "Rebuild the balances from the journal",
      description =
          "Compares what is stored with the journal and puts right what differs. The journal is"
              + " never touched.")
  public Uni<Response> rebuild(@PathParam("c") String channel) {
    return clock
        .now(channel)
        .chain(
            () ->
                idempotency.once(
                    channel,
                    "",
                    transaction -> repair(transaction, channel).map(RepairResource::ok)));
  }

  private Uni<RepairProjection.Repair> repair(Transaction transaction, String channel) {
    return clock.now(transaction, channel).chain(now -> repair.repair(transaction, now));
  }

  private static Answer ok(RepairProjection.Repair done) {
    return Answer.ok(
        new RepairView(
            !done.before().isEqual(),
            TrialBalance.Line.of(done.before()),
            TrialBalance.Line.of(done.after())));
  }

  /**
   * What was done.
   *
   * @param repaired whether anything differed
   */
  public record RepairView(boolean repaired, TrialBalance.Line before, TrialBalance.Line after) {}
}
