package dev.countinghouse.clock;

import dev.countinghouse.contracts.internal.ClockStep;
import dev.countinghouse.contracts.internal.DueAnswer;
import dev.countinghouse.contracts.internal.DueWorkAnswer;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;

/** What the owner of the test clocks asks every service (TIME-3). Each call may be repeated. */
@Path("/internal/channels/{c}")
public class ClockResource {

  private final ChannelClock clock;
  private final ChannelRows channels;
  private final DueRows due;
  private final ChannelDueWork work;

  ClockResource(ChannelClock clock, ChannelRows channels, DueRows due, ChannelDueWork work) {
    this.clock = clock;
    this.channels = channels;
    this.due = due;
    this.work = work;
  }

  /** When this service's next work of the channel falls due. */
  @GET
  @Path("/due")
  public Uni<DueAnswer> due(@PathParam("c") String channel) {
    return clock.now(channel).chain(() -> due.earliest(channel)).map(DueAnswer::new);
  }

  /** Sets this service's copy of the channel's test clock. */
  @PUT
  @Path("/clock")
  public Uni<Void> move(@PathParam("c") String channel, ClockStep step) {
    return sandbox(channel)
        .chain(known -> channels.move(channel, step.now(), step.rewind()))
        .invoke(moved -> refuseBackwards(moved, step.now()))
        .replaceWithVoid();
  }

  /** Runs what is due at {@code now}, never what lies beyond this service's copy of the clock. */
  @POST
  @Path("/due-work")
  public Uni<DueWorkAnswer> run(@PathParam("c") String channel, ClockStep step) {
    return sandbox(channel).chain(known -> work.run(channel, earlier(step.now(), known.now())));
  }

  private Uni<ChannelNow> sandbox(String channel) {
    return clock.now(channel).invoke(ClockResource::refuseLive);
  }

  private static void refuseLive(ChannelNow channel) {
    if (!channel.sandbox()) {
      throw new ProblemException(
          Problem.of(409, "test-clock.live-channel", "A live channel has no test clock."));
    }
  }

  private static void refuseBackwards(boolean moved, Instant now) {
    if (!moved) {
      throw new ProblemException(
          Problem.of(409, "test-clock.backwards", "The test clock is already past " + now + "."));
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
