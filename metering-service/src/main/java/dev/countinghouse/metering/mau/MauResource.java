package dev.countinghouse.metering.mau;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.internal.MauAnswer;
import dev.countinghouse.metering.UsageConfig;
import dev.countinghouse.metering.counting.CountedUsage;
import dev.countinghouse.metering.domain.MauWindow;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The MAU of a day, for people. */
@Path("/v1/channels/{c}/mau")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
public class MauResource {

  static final String COUNTING = "Countinghouse-Counting";
  static final String BEHIND = "behind";

  private static final Logger LOG = Logger.getLogger(MauResource.class);

  private final ChannelClock clock;
  private final CountedUsage counted;
  private final CountMau mau;
  private final UsageConfig config;

  public MauResource(ChannelClock clock, CountedUsage counted, CountMau mau, UsageConfig config) {
    this.clock = clock;
    this.counted = counted;
    this.mau = mau;
    this.config = config;
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
        .map(channel -> MauQuestion.day(on, channel))
        .chain(day -> isBehind(c).chain(behind -> answer(c, day, behind)));
  }

  /** A person gets the figure even where nobody can say how far counting is. */
  private Uni<Boolean> isBehind(String channel) {
    return counted
        .awaitCounted(channel, config.reading().patience())
        .map(left -> left > 0)
        .onFailure()
        .invoke(failure -> LOG.warn("the end of the usage topic is not known", failure))
        .onFailure()
        .recoverWithItem(true);
  }

  private Uni<RestResponse<MauAnswer>> answer(String channel, LocalDate day, boolean behind) {
    return mau.count(channel, MauWindow.endingOn(day))
        .map(count -> RestResponse.ResponseBuilder.ok(new MauAnswer(day, count)))
        .map(response -> behind ? response.header(COUNTING, BEHIND) : response)
        .map(RestResponse.ResponseBuilder::build);
  }
}
