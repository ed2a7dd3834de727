package dev.countinghouse.subscription.payment;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes a payment method off the file; what is under way with it still ends. */
@ApplicationScoped
class RemovePaymentMethod {

  private final ChannelClock clock;

  RemovePaymentMethod(ChannelClock clock) {
    this.clock = clock;
  }

  /** False when the channel has no such method. */
  Uni<Boolean> remove(Transaction transaction, String channel, String id) {
    return Channel.lock(channel)
        .chain(() -> clock.now(transaction, channel))
        .chain(now -> find(channel, id).map(method -> removed(method, now.now())));
  }

  private static Uni<@Nullable PaymentMethod> find(String channel, String id) {
    return PaymentMethod.findById(new PaymentMethod.Key(channel, id));
  }

  private static boolean removed(@Nullable PaymentMethod method, Instant now) {
    if (method == null || method.removedAt != null) {
      return false;
    }
    method.removedAt = now;
    return true;
  }
}
