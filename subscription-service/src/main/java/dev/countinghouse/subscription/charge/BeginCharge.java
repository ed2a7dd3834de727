package dev.countinghouse.subscription.charge;

import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.content.StoredContent;
import dev.countinghouse.subscription.content.Unworded;
import dev.countinghouse.subscription.payment.PaymentAttempt;
import dev.countinghouse.subscription.payment.PaymentMethod;
import dev.countinghouse.subscription.payment.PaymentOrder;
import dev.countinghouse.subscription.payment.PaymentOutcome;
import dev.countinghouse.subscription.payment.ScheduleInquiry;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The first transaction of a charge: it is on the books as pending before money can move. */
@ApplicationScoped
class BeginCharge {

  private final ScheduleInquiry inquiry;
  private final StoredContent contents;

  BeginCharge(ScheduleInquiry inquiry, StoredContent contents) {
    this.inquiry = inquiry;
    this.contents = contents;
  }

  /** What is to be done now. */
  sealed interface Begun {
    record Done(ChargeResult result) implements Begun {}

    /** The provider is to be asked, outside this transaction. */
    record Ask(PaymentOrder order) implements Begun {}
  }

  Uni<Begun> begin(Transaction transaction, String channel, String id, ChargeRequest request) {
    return Channel.lock(channel).chain(locked -> begin(transaction, locked, id, request));
  }

  /** A charge that is known is never judged again: what it says is what became of it. */
  private Uni<Begun> begin(
      Transaction transaction, Channel channel, String id, ChargeRequest request) {
    return Charge.of(channel.id, id)
        .chain(
            known ->
                known == null ? first(transaction, channel, id, request) : again(known, request));
  }

  /** The attempt of a charge that is still pending, or its end. */
  private Uni<Begun> again(Charge known, ChargeRequest request) {
    if (known.isVoided()) {
      return Uni.createFrom().item(answered(known));
    }
    ChargeRequest first = contents.read(known.content, ChargeRequest.class);
    return Unworded.of(first).equals(Unworded.of(request))
        ? pending(known)
        : Uni.createFrom().item(done(new ChargeResult.Conflict()));
  }

  /** As {@link #again}, where the content is known to be its own. */
  static Uni<Begun> pending(Charge known) {
    if (known.status != Charge.Status.PENDING) {
      return Uni.createFrom().item(answered(known));
    }
    return PaymentAttempt.<PaymentAttempt>findById(known.attemptKey())
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no attempt of charge " + known.id))
        .map(attempt -> new Begun.Ask(attempt.order()));
  }

  private Uni<Begun> first(
      Transaction transaction, Channel channel, String id, ChargeRequest request) {
    return ChargeChecks.problem(request, channel.currency)
        .map(why -> Uni.createFrom().item(done(new ChargeResult.Invalid(why))))
        .orElseGet(() -> first(transaction, pending(channel, id, request), request));
  }

  private Charge pending(Channel channel, String id, ChargeRequest request) {
    return Charge.pending(channel.id, id, contents.write(request));
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
    return charge.<Charge>persist().map(BeginCharge::answered);
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

  private static Begun answered(Charge charge) {
    return done(new ChargeResult.Answered(charge.answer()));
  }

  private static Begun done(ChargeResult result) {
    return new Begun.Done(result);
  }

  private Uni<Void> resumeLater(Transaction transaction, Charge charge, ChargeRequest request) {
    return inquiry.after(transaction, charge.channel, ResumeCharge.KIND, charge.id, request.at());
  }
}
