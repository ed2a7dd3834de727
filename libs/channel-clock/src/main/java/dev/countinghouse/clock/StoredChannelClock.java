package dev.countinghouse.clock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The clock over the table {@code channel_clock}. Live channels are kept in memory, for nothing of
 * theirs changes; a sandbox channel is read each time, because another pod may have moved it.
 */
@ApplicationScoped
class StoredChannelClock implements ChannelClock {

  private final ChannelRows rows;
  private final ChannelSource source;
  private final InstantSource system;
  private final Cache<String, KnownChannel> live;

  StoredChannelClock(
      ChannelRows rows, ChannelSource source, InstantSource system, ClockSettings settings) {
    this.rows = rows;
    this.source = source;
    this.system = system;
    this.live = Caffeine.newBuilder().maximumSize(settings.rememberedChannels()).build();
  }

  @Override
  public Uni<@Nullable ChannelNow> find(String channel) {
    KnownChannel known = live.getIfPresent(channel);
    if (known != null) {
      return Uni.createFrom().item(known.at(systemNow()));
    }
    return rows.find(channel)
        .chain(row -> row == null ? introduce(channel) : Uni.createFrom().item(row))
        .map(row -> row == null ? null : remember(row).at(systemNow()));
  }

  @Override
  public Uni<ChannelNow> now(String channel) {
    return find(channel).onItem().ifNull().failWith(() -> new UnknownChannel(channel));
  }

  @Override
  public Uni<ChannelNow> now(Transaction transaction, String channel) {
    KnownChannel known = live.getIfPresent(channel);
    if (known != null) {
      return Uni.createFrom().item(known.at(systemNow()));
    }
    return rows.find(transaction, channel)
        .onItem()
        .ifNull()
        .failWith(() -> new UnknownChannel(channel))
        .map(row -> row.at(systemNow()));
  }

  @Override
  public Uni<Void> register(Transaction transaction, ChannelView channel) {
    return rows.register(transaction, channel);
  }

  @Override
  public Instant systemNow() {
    // PostgreSQL keeps microseconds; an instant must be the same before and after it was stored.
    return system.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether the channel is known to be live without a look into the database. */
  boolean isKnownLive(String channel) {
    return live.getIfPresent(channel) != null;
  }

  private Uni<@Nullable KnownChannel> introduce(String channel) {
    return source
        .find(channel)
        .chain(view -> view == null ? Uni.createFrom().nullItem() : register(channel, view));
  }

  private Uni<@Nullable KnownChannel> register(String channel, ChannelView view) {
    return rows.register(view).chain(() -> rows.find(channel));
  }

  private KnownChannel remember(KnownChannel channel) {
    if (channel.isLive()) {
      live.put(channel.channel(), channel);
    }
    return channel;
  }
}
