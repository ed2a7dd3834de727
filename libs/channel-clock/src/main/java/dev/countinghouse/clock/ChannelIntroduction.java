package dev.countinghouse.clock;

import dev.countinghouse.outbox.IncomingEvent;
import dev.countinghouse.outbox.KeyIntroduction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Meets the channel of an event before its transaction opens, for handlers count on its clock. The
 * event that tells of the channel needs no call: with subscription-service away, new channels take
 * no place in the inbox from those that are known.
 */
@ApplicationScoped
class ChannelIntroduction implements KeyIntroduction {

  private final ChannelClock clock;

  ChannelIntroduction(ChannelClock clock) {
    this.clock = clock;
  }

  @Override
  public Uni<Void> introduce(IncomingEvent event) {
    return event.type().equals(ChannelCreatedHandler.TYPE)
        ? Uni.createFrom().voidItem()
        : clock.find(event.key()).replaceWithVoid();
  }
}
