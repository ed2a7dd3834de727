package dev.countinghouse.subscription.payment;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Problem;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.payment.PaymentProvider.Registration;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Registers a card with the provider, then puts it on file; resumable by its id. */
@ApplicationScoped
class AddPaymentMethod {

  static final String PREFIX = "pm";

  private final PaymentProvider provider;
  private final Transactions transactions;
  private final ChannelClock clock;

  AddPaymentMethod(PaymentProvider provider, Transactions transactions, ChannelClock clock) {
    this.provider = provider;
    this.transactions = transactions;
    this.clock = clock;
  }

  Uni<Answer> add(String channel, String id, PaymentMethodRequest request) {
    return clock
        .now(channel)
        .chain(known -> provider.register(channel, id, request.token()))
        .chain(registration -> answer(channel, id, registration));
  }

  private Uni<Answer> answer(String channel, String id, Registration registration) {
    return switch (registration) {
      case Registration.UnknownToken unknown -> Uni.createFrom().item(Answer.refused(unknown()));
      case Registration.Registered registered ->
          transactions.run(tx -> store(tx, channel, id, registered.brand()));
    };
  }

  private Uni<Answer> store(Transaction transaction, String channel, String id, String brand) {
    return Channel.lock(channel)
        .chain(() -> clock.now(transaction, channel))
        .chain(now -> stored(channel, id, brand, now.now()))
        .map(method -> Answer.created(location(channel, id), PaymentMethodJson.of(method)));
  }

  private static Uni<PaymentMethod> stored(String channel, String id, String brand, Instant now) {
    return PaymentMethod.<PaymentMethod>findById(new PaymentMethod.Key(channel, id))
        .onItem()
        .ifNull()
        .switchTo(() -> method(channel, id, brand, now).persist());
  }

  private static PaymentMethod method(String channel, String id, String brand, Instant now) {
    PaymentMethod method = new PaymentMethod();
    method.channel = channel;
    method.id = id;
    method.card = id;
    method.brand = brand;
    method.addedAt = now;
    return method;
  }

  private static String location(String channel, String id) {
    return "/v1/channels/" + channel + "/payment-methods/" + id;
  }

  private static Problem unknown() {
    return Problem.of(
            422, "payment-method.unknown-token", "The payment provider does not know the token.")
        .blaming("token", "a token that the provider gave out");
  }
}
