package dev.countinghouse.subscription.channel;

import dev.countinghouse.clock.ChannelSource;
import dev.countinghouse.contracts.ChannelView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * This service has met each of its channels: it registers the clock in the transaction that creates
 * the channel. One that the clock does not know does not exist.
 */
@ApplicationScoped
class StoredChannelSource implements ChannelSource {

  @Override
  public Uni<@Nullable ChannelView> find(String channel) {
    return Uni.createFrom().nullItem();
  }
}
