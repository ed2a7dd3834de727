package dev.countinghouse.clock;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.outbox.InboxHandler;
import dev.countinghouse.outbox.IncomingEvent;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Remembers a channel as soon as subscription-service tells of it, before any other handler of that
 * event, which may count on its clock.
 */
@ApplicationScoped
@Priority(ChannelCreatedHandler.FIRST)
class ChannelCreatedHandler implements InboxHandler {

  static final int FIRST = 1_000;
  static final String TYPE = "channel.created";

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
