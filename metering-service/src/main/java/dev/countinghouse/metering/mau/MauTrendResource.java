package dev.countinghouse.metering.mau;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.metering.figure.CountingState;
import dev.countinghouse.metering.figure.DayRange;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The MAU of every day of a range, shown or downloaded (MAU-6). */
@Path("/v1/channels/{c}/mau/trend")
@Tag(name = "Usage")
public class MauTrendResource {

  private final ChannelClock clock;
  private final CountingState counting;
  private final CountTrend trend;

  public MauTrendResource(ChannelClock clock, CountingState counting, CountTrend trend) {
    this.clock = clock;
    this.counting = counting;
    this.trend = trend;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Monthly active users, day by day",
      description =
          "At most 400 days; without a range, the 31 days that end with the channel's today. New"
              + " users are those whose first active day ever is among the figure's 31 days; as"
              + " text/csv, a table for download.")
  @APIResponse(responseCode = "200", description = "A figure for each day")
  @APIResponse(responseCode = "400", description = "parameter.invalid")
  @APIResponse(responseCode = "404", description = "channel.not-found")
  public Uni<RestResponse<MauTrend>> get(
      @RestPath String c, @RestQuery @Nullable String from, @RestQuery @Nullable String to) {
    return clock
        .now(c)
        .map(channel -> DayRange.read(from, to, channel))
        .chain(range -> counting.isBehind(c).chain(behind -> answer(c, range, behind)));
  }

  @GET
  @Produces("text/csv;qs=0.5")
  @Operation(hidden = true)
  public Uni<RestResponse<String>> csv(
      @RestPath String c, @RestQuery @Nullable String from, @RestQuery @Nullable String to) {
    return get(c, from, to).map(MauTrendResource::download);
  }

  private Uni<RestResponse<MauTrend>> answer(String channel, DayRange range, boolean behind) {
    return trend
        .count(channel, range.from(), range.to())
        .map(figures -> CountingState.answer(figures, behind));
  }

  private static RestResponse<String> download(RestResponse<MauTrend> shown) {
    MauTrend figures = shown.getEntity();
    String name = "mau-" + figures.from() + "-to-" + figures.to() + ".csv";
    boolean behind = shown.getHeaders().containsKey(CountingState.HEADER);
    RestResponse<String> file = CountingState.answer(figures.csv(), behind);
    // Otherwise the preference among what we produce would go out as a parameter of the type.
    file.getHeaders().putSingle("Content-Type", "text/csv;charset=UTF-8");
    file.getHeaders().add("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return file;
  }
}
