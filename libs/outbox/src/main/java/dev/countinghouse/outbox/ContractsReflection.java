package dev.countinghouse.outbox;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.event.AutoRechargeSwitchedOff;
import dev.countinghouse.contracts.event.InvoiceIssued;
import dev.countinghouse.contracts.event.LotCreated;
import dev.countinghouse.contracts.event.LotExpiring;
import dev.countinghouse.contracts.event.MessageSettled;
import dev.countinghouse.contracts.event.OrderInReview;
import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.contracts.event.PriceBookPublished;
import dev.countinghouse.contracts.event.RenewalFailed;
import dev.countinghouse.contracts.event.ReservationFailed;
import dev.countinghouse.contracts.event.SubscriptionEnded;
import dev.countinghouse.contracts.event.TrialEnded;
import dev.countinghouse.contracts.event.TrialStarted;
import dev.countinghouse.contracts.event.UsageCounted;
import dev.countinghouse.contracts.event.UsageThresholdReached;
import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.contracts.internal.ClockStep;
import dev.countinghouse.contracts.internal.ClosingAnswer;
import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.contracts.internal.DueAnswer;
import dev.countinghouse.contracts.internal.DueWorkAnswer;
import dev.countinghouse.contracts.internal.HoldAnswer;
import dev.countinghouse.contracts.internal.HoldAnswers;
import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.contracts.internal.HoldRequests;
import dev.countinghouse.contracts.internal.HoldSettlement;
import dev.countinghouse.contracts.internal.MauAnswer;
import dev.countinghouse.contracts.internal.Membership;
import dev.countinghouse.contracts.internal.NewHold;
import dev.countinghouse.contracts.internal.PaymentStanding;
import dev.countinghouse.contracts.internal.Progress;
import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.contracts.internal.RefundRequest;
import dev.countinghouse.contracts.internal.SettlementAnswer;
import dev.countinghouse.contracts.internal.SettlementAnswers;
import dev.countinghouse.contracts.internal.SettlementRequest;
import dev.countinghouse.contracts.internal.SettlementRequests;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/**
 * What a native image must keep for Jackson, the records of {@code contracts}, and for the inbox's
 * consumer. A test holds the list complete.
 */
@RegisterForReflection(
    targets = {
      ChannelView.class,
      InvoiceIssued.class,
      LotCreated.class,
      MessageSettled.class,
      PeriodStarted.class,
      PriceBookPublished.class,
      SubscriptionEnded.class,
      TrialEnded.class,
      TrialStarted.class,
      ChargeAnswer.class,
      ChargeRequest.class,
      ChargeRequest.ChargeLine.class,
      ClockStep.class,
      DueAnswer.class,
      DueWorkAnswer.class,
      HoldAnswer.class,
      HoldAnswers.class,
      HoldRequest.class,
      HoldRequests.class,
      HoldSettlement.class,
      MauAnswer.class,
      Membership.class,
      NewHold.class,
      PaymentStanding.class,
      Progress.class,
      RefundAnswer.class,
      RefundRequest.class,
      SettlementAnswer.class,
      SettlementAnswers.class,
      SettlementRequest.class,
      SettlementRequests.class,
      ClosingAnswer.class,
      ClosingRequest.class,
      ClosingRequest.GaugeReading.class,
      UsageCounted.class,
      UsageCounted.Count.class,
      AutoRechargeSwitchedOff.class,
      RenewalFailed.class,
      ReservationFailed.class,
      OrderInReview.class,
      LotExpiring.class,
      UsageThresholdReached.class,
      CooperativeStickyAssignor.class
    })
public final class ContractsReflection {

  private ContractsReflection() {}
}
