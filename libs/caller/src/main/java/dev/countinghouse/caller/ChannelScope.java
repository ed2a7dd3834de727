package dev.countinghouse.caller;

import java.util.Set;

/** The channels that a caller may touch. */
public sealed interface ChannelScope {

  boolean contains(String channel);

  /** Every channel: operators and the services themselves. */
  record All() implements ChannelScope {
    @Override
    public boolean contains(String channel) {
      return true;
    }
  }

  /** Those and no other. */
  record Only(Set<String> channels) implements ChannelScope {
    public Only {
      channels = Set.copyOf(channels);
    }

    @Override
    public boolean contains(String channel) {
      return channels.contains(channel);
    }
  }
}
