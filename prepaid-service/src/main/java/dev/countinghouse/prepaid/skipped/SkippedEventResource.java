package dev.countinghouse.prepaid.skipped;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.event.PriceBookPublished;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.outbox.PermanentFailure;
import dev.countinghouse.outbox.SkippedEvents;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What operators do about events that could not be applied. */
@Path("/v1/channels/{c}/prepaid/skipped-events")
@Tag(name = "operations", description = "For operators")
public class SkippedEventResource {

  private final ChannelClock clock;
  private final ListSkippedEvents list;
  private final SkippedEvents events;
  private final ForgiveEvent forgive;
  private final Idempotency idempotency;

  SkippedEventResource(
      ChannelClock clock,
      ListSkippedEvents list,
      SkippedEvents events,
      ForgiveEvent forgive,
      Idempotency idempotency) {
    this.clock = clock;
    this.list = list;
    this.events = events;
    this.forgive = forgive;
    this.idempotency = idempotency;
  }

  @GET
  @Operation(
      summary = "Skipped events",
      description =
          "Events of other services that could not be applied and went to the dead letters. A"
              + " billing period is not closed while one of it is neither applied nor forgiven.")
  public Uni<Page<SkippedEventView>> list(
      @PathParam("c") String channel,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return known(channel).chain(() -> list.list(channel, cursor, limit));
  }

  @POST
  @Path("/{source}/{sequence}/application")
  @Operation(
      summary = "Apply a skipped event after all",
      description = "As if it came now. Where it fails again, nothing changes.")
  public Uni<Response> apply(
      @PathParam("c") String channel,
      @PathParam("source") String source,
      @PathParam("sequence") long sequence) {
    return known(channel)
        .chain(
            () ->
                idempotency.once(
                    channel,
                    "",
                    tx -> events.apply(tx, channel, source, sequence).map(this::answer)))
        .onFailure(PermanentFailure.class)
        .transform(SkippedEventResource::refused);
  }

  @POST
  @Path("/{source}/{sequence}/forgiveness")
  @Operation(
      summary = "Forgive a skipped event",
      description =
          "What it told never counts here: usage of it is billed by nobody. Also the very next"
              + " event of a source that has emitted it, when it never comes or cannot be read.")
  public Uni<Response> forgive(
      @PathParam("c") String channel,
      @PathParam("source") String source,
      @PathParam("sequence") long sequence) {
    return known(channel)
        .chain(() -> forgive.isMissing(channel, source, sequence))
        .chain(
            missing ->
                idempotency.once(
                    channel,
                    "",
                    tx ->
                        forgive.forgive(tx, channel, source, sequence, missing).map(this::answer)));
  }

  /** Events of price books have no channel; their key takes its place. */
  private Uni<Void> known(String key) {
    return PriceBookPublished.isKey(key)
        ? Uni.createFrom().voidItem()
        : clock.now(key).replaceWithVoid();
  }

  private Answer answer(boolean settled) {
    return settled
        ? Answer.noContent()
        : Answer.refused(
            Problem.of(
                404, "prepaid.skipped-event-not-found", "No such event waits to be settled."));
  }

  private static ProblemException refused(Throwable failure) {
    return new ProblemException(
        Problem.of(409, "prepaid.skipped-event-refused", "The event still cannot be applied.")
            .with("reason", String.valueOf(failure.getMessage())));
  }
}
