package dev.countinghouse.subscription.refund;

import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.contracts.internal.RefundRequest;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.charge.Charge;
import dev.countinghouse.subscription.content.StoredContent;
import dev.countinghouse.subscription.content.Unworded;
import dev.countinghouse.subscription.domain.Refundable;
import dev.countinghouse.subscription.domain.Refundable.ItemAmount;
import dev.countinghouse.subscription.payment.RefundOrder;
import dev.countinghouse.subscription.payment.ScheduleInquiry;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first transaction of a refund: it is on the books as pending before money can move. */
@ApplicationScoped
class BeginRefund {

  static final String EXCEEDS_CHARGE = "refund.exceeds-charge";
  static final String CHARGE_NOT_PAID = "refund.charge-not-paid";

  private final ScheduleInquiry inquiry;
  private final StoredContent contents;

  BeginRefund(ScheduleInquiry inquiry, StoredContent contents) {
    this.inquiry = inquiry;
    this.contents = contents;
  }

  /** What is to be done now. */
  sealed interface Begun {
    record Done(RefundResult result) implements Begun {}

    /** The provider is to be asked, outside this transaction. */
    record Ask(RefundOrder order) implements Begun {}
  }

  Uni<Begun> begin(Transaction transaction, String channel, String id, RefundRequest request) {
    return Channel.lock(channel).chain(locked -> begin(transaction, locked, id, request));
  }

  /** A refund that is known is never judged again: what it says is what became of it. */
  private Uni<Begun> begin(
      Transaction transaction, Channel channel, String id, RefundRequest request) {
    return Refund.of(channel.id, id)
        .chain(
            known ->
                known == null
                    ? first(transaction, channel, id, request)
                    : Uni.createFrom().item(again(known, request)));
  }

  private Uni<Begun> first(
      Transaction transaction, Channel channel, String id, RefundRequest request) {
    return RefundChecks.problem(request, channel.currency)
        .map(why -> Uni.createFrom().item(done(new RefundResult.Invalid(why))))
        .orElseGet(() -> first(transaction, refund(channel.id, id, request), request));
  }

  /** The provider's question of a refund that is still pending, or its end. */
  static Begun again(Refund known) {
    return known.status == Refund.Status.PENDING
        ? new Begun.Ask(known.order())
        : done(new RefundResult.Answered(known.answer()));
  }

  private Begun again(Refund known, RefundRequest request) {
    if (known.isVoided()) {
      return again(known);
    }
    RefundRequest first = contents.read(known.content, RefundRequest.class);
    boolean same = Unworded.of(first).equals(Unworded.of(request));
    return same ? again(known) : done(new RefundResult.Conflict());
  }

  private Refund refund(String channel, String id, RefundRequest request) {
    Refund refund = new Refund();
    refund.channel = channel;
    refund.id = id;
    refund.content = contents.write(request);
    refund.charge = request.charge();
    refund.status = Refund.Status.PENDING;
    refund.amountMinor = request.lines().stream().mapToLong(ChargeLine::amountMinor).sum();
    refund.currency = request.currency();
    return refund;
  }

  private Uni<Begun> first(Transaction transaction, Refund refund, RefundRequest request) {
    return Charge.of(refund.channel, refund.charge)
        .chain(charge -> first(transaction, refund, request, charge));
  }

  private Uni<Begun> first(
      Transaction transaction, Refund refund, RefundRequest request, @Nullable Charge charge) {
    if (charge == null) {
      return Uni.createFrom().item(done(new RefundResult.UnknownCharge()));
    }
    return switch (charge.status) {
      case PENDING -> Uni.createFrom().item(done(new RefundResult.ChargePending()));
      case DECLINED -> decline(refund, CHARGE_NOT_PAID);
      case PAID -> ofPaid(transaction, refund, request, charge);
    };
  }

  private Uni<Begun> ofPaid(
      Transaction transaction, Refund refund, RefundRequest request, Charge charge) {
    return Refund.notDeclined(refund.channel, charge.id)
        .map(earlier -> Refundable.of(paid(charge), returned(earlier)))
        .chain(
            left ->
                left.covers(amounts(request.lines()))
                    ? start(transaction, refund, request, charge)
                    : decline(refund, EXCEEDS_CHARGE));
  }

  private static Uni<Begun> decline(Refund refund, String reason) {
    refund.decline(reason);
    return refund.<Refund>persist().map(stored -> done(new RefundResult.Answered(stored.answer())));
  }

  private Uni<Begun> start(
      Transaction transaction, Refund refund, RefundRequest request, Charge charge) {
    refund.attempt = charge.attemptKey().id();
    return refund
        .<Refund>persist()
        .chain(() -> resumeLater(transaction, refund, request))
        .replaceWith(new Begun.Ask(refund.order()));
  }

  private Uni<Void> resumeLater(Transaction transaction, Refund refund, RefundRequest request) {
    return inquiry.after(transaction, refund.channel, ResumeRefund.KIND, refund.id, request.at());
  }

  private List<ItemAmount> paid(Charge charge) {
    return amounts(contents.read(charge.content, ChargeRequest.class).lines());
  }

  private List<ItemAmount> returned(List<Refund> refunds) {
    return refunds.stream()
        .map(refund -> contents.read(refund.content, RefundRequest.class))
        .flatMap(request -> amounts(request.lines()).stream())
        .toList();
  }

  private static List<ItemAmount> amounts(List<ChargeLine> lines) {
    return lines.stream().map(line -> new ItemAmount(line.item(), line.amountMinor())).toList();
  }

  private static Begun done(RefundResult result) {
    return new Begun.Done(result);
  }
}
