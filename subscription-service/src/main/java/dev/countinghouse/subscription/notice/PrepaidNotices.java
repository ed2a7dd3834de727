package dev.countinghouse.subscription.notice;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.event.AutoRechargeSwitchedOff;
import dev.countinghouse.contracts.event.LotExpiring;
import dev.countinghouse.contracts.event.OrderInReview;
import dev.countinghouse.contracts.event.RenewalFailed;
import dev.countinghouse.contracts.event.ReservationFailed;
import dev.countinghouse.contracts.event.UsageThresholdReached;
import dev.countinghouse.outbox.InboxHandler;
import dev.countinghouse.outbox.IncomingEvent;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Set;

/** What happened in prepaid that people must be told (NOTE-3), once each. */
@ApplicationScoped
class PrepaidNotices implements InboxHandler {

  private final SendNotice send;
  private final ChannelClock clock;

  PrepaidNotices(SendNotice send, ChannelClock clock) {
    this.send = send;
    this.clock = clock;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        AutoRechargeSwitchedOff.TYPE,
        RenewalFailed.TYPE,
        ReservationFailed.TYPE,
        OrderInReview.TYPE,
        LotExpiring.TYPE,
        UsageThresholdReached.TYPE);
  }

  @Override
  public Uni<Void> handle(Transaction transaction, IncomingEvent event) {
    return switch (event.type()) {
      case AutoRechargeSwitchedOff.TYPE ->
          switchedOff(transaction, event.as(AutoRechargeSwitchedOff.class));
      case RenewalFailed.TYPE -> renewalFailed(transaction, event.as(RenewalFailed.class));
      case ReservationFailed.TYPE ->
          reservationFailed(transaction, event.as(ReservationFailed.class));
      case OrderInReview.TYPE -> inReview(transaction, event.as(OrderInReview.class));
      case LotExpiring.TYPE -> expiring(transaction, event.as(LotExpiring.class));
      case UsageThresholdReached.TYPE ->
          thresholdReached(transaction, event.as(UsageThresholdReached.class));
      default -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> switchedOff(Transaction transaction, AutoRechargeSwitchedOff off) {
    String text =
        "Auto-recharge is switched off: its payment failed. Messages may run out of points.";
    return send.inApp(
        transaction, off.channel(), "auto-recharge.switched-off", text, off.order(), off.at());
  }

  private Uni<Void> renewalFailed(Transaction transaction, RenewalFailed failed) {
    String text =
        "The prepaid %s has ended and was not renewed: %s."
            .formatted(failed.item(), because(failed.reason()));
    return send.inApp(
        transaction, failed.channel(), "prepaid.renewal-failed", text, failed.lot(), failed.at());
  }

  private Uni<Void> reservationFailed(Transaction transaction, ReservationFailed failed) {
    String text =
        "The prepaid %s that was reserved has not been bought: %s."
            .formatted(String.join(", ", failed.items()), because(failed.reason()));
    return send.inApp(
        transaction,
        failed.channel(),
        "prepaid.reservation-failed",
        text,
        failed.order(),
        failed.at());
  }

  private Uni<Void> inReview(Transaction transaction, OrderInReview order) {
    String text =
        "The prepaid %s (%s) is not bought yet: whether its payment went through is being looked into.%s"
            .formatted(String.join(", ", order.items()), order.origin(), meanwhile(order));
    return send.inApp(
        transaction, order.channel(), "prepaid.in-review", text, order.order(), order.at());
  }

  private static String meanwhile(OrderInReview order) {
    return order.origin().equals("auto-recharge")
        ? " No points are bought by themselves meanwhile: messages may run out of them."
        : "";
  }

  private static String because(String reason) {
    return reason.startsWith("payment.")
        ? "its payment failed"
        : "it could not be ordered (" + reason + ")";
  }

  private Uni<Void> expiring(Transaction transaction, LotExpiring lot) {
    String then = lot.renews() ? "It is renewed then." : "What is left of it then is gone.";
    String text =
        "The prepaid %s is valid until %s. %s".formatted(lot.item(), lot.validUntil(), then);
    return send.inApp(transaction, lot.channel(), "prepaid.expiring", text, lot.lot(), lot.at());
  }

  /** A period of another plan, and a limit that was changed, have thresholds of their own. */
  private Uni<Void> thresholdReached(Transaction transaction, UsageThresholdReached reached) {
    String cause =
        "%s %s %s %d %d"
            .formatted(
                reached.item(),
                reached.periodStart(),
                reached.of(),
                reached.percent(),
                reached.quantity());
    String code = "usage." + reached.of() + "-" + reached.percent();
    return clock
        .now(transaction, reached.channel())
        .map(now -> text(reached, now.zone()))
        .chain(text -> send.inApp(transaction, reached.channel(), code, text, cause, reached.at()));
  }

  private static String text(UsageThresholdReached reached, ZoneId zone) {
    boolean isLimit = reached.of().equals(UsageThresholdReached.LIMIT);
    return "Usage of %s has reached %d %% of %s: %d of %d in the period that began on %s. %s"
        .formatted(
            reached.item(),
            reached.percent(),
            isLimit ? "the limit that is set for it" : "what the plan includes",
            reached.used(),
            reached.quantity(),
            reached.periodStart().atZone(zone).toLocalDate(),
            isLimit
                ? "Usage above the limit is refused."
                : "Usage beyond it draws prepaid lots, or is billed in a paid period.");
  }
}
