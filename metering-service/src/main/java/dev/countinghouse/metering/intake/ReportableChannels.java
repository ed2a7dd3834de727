package dev.countinghouse.metering.intake;

import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.metering.UsageConfig;
import dev.countinghouse.metering.envelope.Envelope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds the channels of a request that exist and that its caller may report for (SYS-3). */
@ApplicationScoped
public class ReportableChannels {

  private final ChannelClock clock;
  private final int lookups;

  public ReportableChannels(ChannelClock clock, UsageConfig config) {
    this.clock = clock;
    this.lookups = config.intake().lookups();
  }

  /** By id; a channel that is not in there is unknown or none of the caller's business. */
  public Uni<Map<String, ChannelNow>> find(List<Envelope> envelopes, ChannelScope scope) {
    List<String> named =
        envelopes.stream()
            .filter(Envelope.Readable.class::isInstance)
            .map(envelope -> ((Envelope.Readable) envelope).channel())
            .distinct()
            .filter(channel -> Ids.isId(Ids.CHANNEL, channel) && scope.contains(channel))
            .toList();
    return Multi.createFrom()
        .iterable(named)
        .onItem()
        .transformToUni(clock::find)
        .merge(lookups)
        .collect()
        .asList()
        .map(ReportableChannels::byId);
  }

  private static Map<String, ChannelNow> byId(List<ChannelNow> found) {
    return found.stream()
        .filter(Objects::nonNull)
        .collect(Collectors.toMap(ChannelNow::channel, channel -> channel));
  }
}
