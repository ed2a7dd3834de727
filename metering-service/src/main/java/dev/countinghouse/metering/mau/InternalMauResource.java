package dev.countinghouse.metering.mau;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.internal.MauAnswer;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.metering.UsageConfig;
import dev.countinghouse.metering.counting.CountedUsage;
import dev.countinghouse.metering.domain.MauWindow;
import dev.countinghouse.metering.figure.DayParameter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The MAU of a day, for a service that bills by it (MAU-6): complete, or 503. */
@Path("/internal/channels/{c}/mau")
@Produces(MediaType.APPLICATION_JSON)
public class InternalMauResource {

  private final ChannelClock clock;
  private final CountedUsage counted;
  private final CountMau mau;
  private final UsageConfig config;

  public InternalMauResource(
      ChannelClock clock, CountedUsage counted, CountMau mau, UsageConfig config) {
    this.clock = clock;
    this.counted = counted;
    this.mau = mau;
    this.config = config;
  }

  @GET
  @Operation(hidden = true)
  public Uni<MauAnswer> get(@RestPath String c, @RestQuery @Nullable String on) {
    return clock
        .now(c)
        .map(channel -> DayParameter.read("on", on, channel.today()))
        .call(() -> awaitCounted(c))
        .chain(day -> answer(c, day));
  }

  private Uni<Void> awaitCounted(String channel) {
    return counted
        .awaitCounted(channel, config.reading().billingPatience())
        .onFailure()
        .transform(failure -> new ProblemException(behind()))
        .invoke(InternalMauResource::refuseWhenLeft)
        .replaceWithVoid();
  }

  private static void refuseWhenLeft(long left) {
    if (left > 0) {
      throw new ProblemException(behind().with("uncounted", left));
    }
  }

  private Uni<MauAnswer> answer(String channel, LocalDate day) {
    return mau.count(channel, MauWindow.endingOn(day)).map(count -> new MauAnswer(day, count));
  }

  private static Problem behind() {
    return Problem.of(503, "usage.behind", "Accepted usage is not counted yet; ask again.");
  }
}
