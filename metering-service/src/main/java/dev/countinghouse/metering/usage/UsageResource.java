package dev.countinghouse.metering.usage;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.metering.domain.Meter;
import dev.countinghouse.metering.figure.CountingState;
import dev.countinghouse.metering.figure.DayParameter;
import dev.countinghouse.metering.figure.DayRange;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How much of a meter was used, for people. */
@Path("/v1/channels/{c}/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
public class UsageResource {

  private static final String METERS =
      Arrays.stream(Meter.values()).map(Meter::id).collect(Collectors.joining(" or "));

  private final ChannelClock clock;
  private final CountingState counting;
  private final SumUsage usage;

  public UsageResource(ChannelClock clock, CountingState counting, SumUsage usage) {
    this.clock = clock;
    this.counting = counting;
    this.usage = usage;
  }

  private record Question(Meter meter, DayRange range, @Nullable Grouping grouping) {}

  @GET
  @Operation(
      summary = "Usage of a meter",
      description =
          "Meters: workflow-actions, marketing-messages. At most 400 local days; without a range,"
              + " the 31 days that end with the channel's today. groupBy: day or month.")
  @APIResponse(
      responseCode = "200",
      description =
          "Includes every event accepted before; where counting is late, the header"
              + " Countinghouse-Counting says: behind")
  @APIResponse(responseCode = "400", description = "parameter.invalid")
  @APIResponse(responseCode = "404", description = "channel.not-found")
  public Uni<RestResponse<UsageFigures>> get(
      @RestPath String c,
      @RestQuery @Nullable String meter,
      @RestQuery @Nullable String from,
      @RestQuery @Nullable String to,
      @RestQuery @Nullable String groupBy) {
    return clock
        .now(c)
        .map(
            channel ->
                new Question(meter(meter), DayRange.read(from, to, channel), grouping(groupBy)))
        .chain(question -> counting.isBehind(c).chain(behind -> answer(c, question, behind)));
  }

  private Uni<RestResponse<UsageFigures>> answer(
      String channel, Question question, boolean behind) {
    return usage
        .byDay(channel, question.meter(), question.range())
        .map(days -> CountingState.answer(figures(question, days), behind));
  }

  private static UsageFigures figures(Question question, SortedMap<LocalDate, Long> days) {
    Grouping grouping = question.grouping();
    return new UsageFigures(
        question.meter().id(),
        question.range().from(),
        question.range().to(),
        days.values().stream().mapToLong(Long::longValue).sum(),
        grouping == null ? null : grouping.word(),
        grouping == null ? null : grouping.group(days));
  }

  private static Meter meter(@Nullable String id) {
    return Meter.find(id == null ? "" : id)
        .orElseThrow(() -> DayParameter.invalid("meter", METERS));
  }

  private static @Nullable Grouping grouping(@Nullable String word) {
    return word == null
        ? null
        : Grouping.find(word)
            .orElseThrow(() -> DayParameter.invalid("groupBy", "day or month, or nothing"));
  }
}
