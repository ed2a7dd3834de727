package dev.countinghouse.messaging.message;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.event.MessageSettled;
import dev.countinghouse.messaging.domain.MessageStatus;
import dev.countinghouse.messaging.domain.Settlement;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Decides a message's fate once and tells prepaid (MSG-6). */
@ApplicationScoped
public class SettleMessage {

  private static final Logger LOG = Logger.getLogger(SettleMessage.class);

  private final MessageStore messages;
  private final ChannelClock clock;
  private final DueWork dueWork;
  private final Outbox outbox;

  SettleMessage(MessageStore messages, ChannelClock clock, DueWork dueWork, Outbox outbox) {
    this.messages = messages;
    this.clock = clock;
    this.dueWork = dueWork;
    this.outbox = outbox;
  }

  /**
   * Settles in the caller's transaction.
   *
   * @param reported a final status
   * @param at when, by the channel's clock
   * @return null when there is no such message
   */
  Uni<@Nullable Settlement> execute(
      Transaction transaction, String channel, String id, MessageStatus reported, Instant at) {
    return messages
        .lock(transaction, channel, id)
        .chain(
            message ->
                message == null
                    ? Uni.createFrom().<Settlement>nullItem()
                    : settle(transaction, message, reported, at));
  }

  /** As {@link #execute}, now. */
  Uni<@Nullable Settlement> executeNow(
      Transaction transaction, String channel, String id, MessageStatus reported) {
    return clock
        .now(transaction, channel)
        .chain(now -> execute(transaction, channel, id, reported, now.now()));
  }

  private Uni<Settlement> settle(
      Transaction transaction, Message message, MessageStatus reported, Instant at) {
    Settlement settlement = Settlement.decide(message.status(), reported, message.priceTenths());
    return switch (settlement) {
      case Settlement.Settled settled ->
          store(transaction, message, settled, at).replaceWith(settlement);
      case Settlement.Late late -> {
        LOG.infof("%s reported %s, but it is %s", message.id(), reported.id(), late.status().id());
        yield Uni.createFrom().item(settlement);
      }
    };
  }

  private Uni<Void> store(
      Transaction transaction, Message message, Settlement.Settled settled, Instant at) {
    return messages
        .move(transaction, message, settled.status(), at)
        .chain(
            () ->
                dueWork.withdraw(
                    transaction, message.channel(), MissDeliveryReport.KIND, message.id()))
        .chain(() -> outbox.append(transaction, event(message, settled, at)))
        .replaceWithVoid();
  }

  private static OutgoingEvent event(Message message, Settlement.Settled settled, Instant at) {
    MessageSettled data =
        new MessageSettled(
            message.channel(),
            message.id(),
            message.id(),
            settled.captureTenths(),
            settled.status().id(),
            at);
    return new OutgoingEvent(message.channel(), MessageSettled.TYPE, data, at);
  }
}
