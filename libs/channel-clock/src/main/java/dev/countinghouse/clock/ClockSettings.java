package dev.countinghouse.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the channel clock. */
@ConfigMapping(prefix = "countinghouse.channel-clock")
public interface ClockSettings {

  /** How many live channels are remembered in memory; their time zone and currency never change. */
  @WithDefault("100000")
  int rememberedChannels();
}
