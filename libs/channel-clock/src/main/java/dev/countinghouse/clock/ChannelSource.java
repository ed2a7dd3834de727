package dev.countinghouse.clock;

import dev.countinghouse.contracts.ChannelView;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Where a channel is looked up that this service has not met. By default subscription-service is
 * asked; subscription-service itself provides a bean that reads its own table.
 */
public interface ChannelSource {

  /** The channel, or null when there is none. */
  Uni<@Nullable ChannelView> find(String channel);
}
