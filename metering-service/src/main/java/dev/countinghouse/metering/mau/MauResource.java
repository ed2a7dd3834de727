package dev.countinghouse.metering.mau;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.internal.MauAnswer;
import dev.countinghouse.metering.domain.MauWindow;
import dev.countinghouse.metering.figure.CountingState;
import dev.countinghouse.metering.figure.DayParameter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The MAU of a day, for people. */
@Path("/v1/channels/{c}/mau")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
public class MauResource {

  private final ChannelClock clock;
  private final CountingState counting;
  private final CountMau mau;

  public MauResource(ChannelClock clock, CountingState counting, CountMau mau) {
    this.clock = clock;
    this.counting = counting;
    this.mau = mau;
  }

  @GET
  @Operation(
      summary = "Monthly active users of a day",
      description =
          "Distinct users active on one of the 31 local days that end with the day; without a day,"
              + " the channel's today.")
  @APIResponse(
      responseCode = "200",
      description =
          "Includes every event accepted before; where counting is late, the header"
              + " Countinghouse-Counting says: behind")
  @APIResponse(responseCode = "400", description = "parameter.invalid")
  @APIResponse(responseCode = "404", description = "channel.not-found")
  public Uni<RestResponse<MauAnswer>> get(@RestPath String c, @RestQuery @Nullable String on) {
    return clock
        .now(c)
        .map(channel -> DayParameter.read("on", on, channel.today()))
        .chain(day -> counting.isBehind(c).chain(behind -> answer(c, day, behind)));
  }

  private Uni<RestResponse<MauAnswer>> answer(String channel, LocalDate day, boolean behind) {
    return mau.count(channel, MauWindow.endingOn(day))
        .map(count -> CountingState.answer(new MauAnswer(day, count), behind));
  }
}
