package dev.countinghouse.clock;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.outbox.InboxHandler;
import dev.countinghouse.outbox.IncomingEvent;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Remembers a channel as soon as subscription-service tells of it. */
@ApplicationScoped
class ChannelCreatedHandler implements InboxHandler {

  private static final String TYPE = "channel.created";

  private final ChannelClock clock;

  ChannelCreatedHandler(ChannelClock clock) {
    this.clock = clock;
  }

  @Override
  public Set<String> types() {
    return Set.of(TYPE);
  }

  @Override
  public Uni<Void> handle(Transaction transaction, IncomingEvent event) {
    return clock.register(transaction, event.as(ChannelView.class));
  }
}
