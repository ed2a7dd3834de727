package dev.countinghouse.subscription.charge;

import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.content.StoredContent;
import dev.countinghouse.subscription.content.Unworded;
import dev.countinghouse.subscription.payment.PaymentAttempt;
import dev.countinghouse.subscription.payment.PaymentMethod;
import dev.countinghouse.subscription.payment.PaymentOrder;
import dev.countinghouse.subscription.payment.PaymentOutcome;
import dev.countinghouse.subscription.payment.PaymentSettings;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The first transaction of a charge: it is on the books as pending before money can move. */
@ApplicationScoped
class BeginCharge {

  private final DueWork due;
  private final PaymentSettings settings;
  private final StoredContent contents;

  BeginCharge(DueWork due, PaymentSettings settings, StoredContent contents) {
    this.due = due;
    this.settings = settings;
    this.contents = contents;
  }

  /** What is to be done now. */
  sealed interface Begun {
    record Conflict() implements Begun {}

    record Ended(ChargeAnswer answer) implements Begun {}

    /** The provider is to be asked, outside this transaction. */
    record Ask(PaymentOrder order) implements Begun {}
  }

  Uni<Begun> begin(Transaction transaction, String channel, String id, ChargeRequest request) {
    String content = contents.write(request);
    return Channel.lock(channel)
        .chain(() -> Charge.of(channel, id))
        .chain(
            known ->
                known == null
                    ? first(transaction, Charge.pending(channel, id, content), request)
                    : again(known, request));
  }

  /** The attempt of a charge that is still pending, or its end. */
  private Uni<Begun> again(Charge known, ChargeRequest request) {
    ChargeRequest first = contents.read(known.content, ChargeRequest.class);
    return Unworded.of(first).equals(Unworded.of(request))
        ? pending(known)
        : Uni.createFrom().item(new Begun.Conflict());
  }

  /** As {@link #again}, where the content is known to be its own. */
  static Uni<Begun> pending(Charge known) {
    if (known.status != Charge.Status.PENDING) {
      return Uni.createFrom().item(new Begun.Ended(known.answer()));
    }
    return PaymentAttempt.<PaymentAttempt>findById(known.attemptKey())
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no attempt of charge " + known.id))
        .map(attempt -> new Begun.Ask(attempt.order()));
  }

  private Uni<Begun> first(Transaction transaction, Charge charge, ChargeRequest request) {
    return PaymentMethod.current(charge.channel)
        .chain(
            method ->
                method == null
                    ? withoutMethod(charge)
                    : start(transaction, charge, method, request));
  }

  private static Uni<Begun> withoutMethod(Charge charge) {
    charge.decline(PaymentOutcome.Declined.NO_METHOD);
    return charge.<Charge>persist().map(stored -> new Begun.Ended(stored.answer()));
  }

  private Uni<Begun> start(
      Transaction transaction, Charge charge, PaymentMethod method, ChargeRequest request) {
    long amount = request.lines().stream().mapToLong(ChargeLine::amountMinor).sum();
    String purpose = "charge/" + charge.id;
    PaymentAttempt attempt =
        PaymentAttempt.start(method, purpose, amount, request.currency(), request.at());
    charge.attempt = attempt.id;
    return attempt
        .<PaymentAttempt>persist()
        .chain(() -> charge.<Charge>persist())
        .chain(() -> resumeLater(transaction, charge, request))
        .replaceWith(new Begun.Ask(attempt.order()));
  }

  private Uni<Void> resumeLater(Transaction transaction, Charge charge, ChargeRequest request) {
    Instant at = request.at().plus(settings.inquiryDelay());
    return due.schedule(transaction, charge.channel, ResumeCharge.KIND, charge.id, at);
  }
}
