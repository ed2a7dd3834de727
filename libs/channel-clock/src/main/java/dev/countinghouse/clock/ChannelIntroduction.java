package dev.countinghouse.clock;

import dev.countinghouse.outbox.KeyIntroduction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Meets the channel of an event before its transaction opens, for handlers count on its clock. */
@ApplicationScoped
class ChannelIntroduction implements KeyIntroduction {

  private final ChannelClock clock;

  ChannelIntroduction(ChannelClock clock) {
    this.clock = clock;
  }

  @Override
  public Uni<Void> introduce(String key) {
    return clock.find(key).replaceWithVoid();
  }
}
