package dev.countinghouse.prepaid.recharge;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.internal.PaymentStanding;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.catalogue.Catalogue;
import dev.countinghouse.prepaid.catalogue.OpenCatalogue;
import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.domain.PurchaseLimits;
import dev.countinghouse.prepaid.quote.OrderProblems;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A channel's auto-recharge. */
@Path("/v1/channels/{c}/pu/auto-recharge")
@Tag(name = "PU", description = "Prepaid points for messages; 1 PU = $0.001")
public class RechargeResource {

  private final OpenCatalogue catalogues;
  private final SubscriptionPayments payments;
  private final SwitchRecharge switching;
  private final Recharges recharges;
  private final Transactions transactions;
  private final ChannelClock clock;

  RechargeResource(
      OpenCatalogue catalogues,
      @RestClient SubscriptionPayments payments,
      SwitchRecharge switching,
      Recharges recharges,
      Transactions transactions,
      ChannelClock clock) {
    this.catalogues = catalogues;
    this.payments = payments;
    this.switching = switching;
    this.recharges = recharges;
    this.transactions = transactions;
    this.clock = clock;
  }

  @PUT
  @Operation(
      summary = "Switch auto-recharge on, or change it",
      description =
          "When the available points fall to the threshold or below, so many units are bought:"
              + " once, never two purchases at a time. A payment that fails switches it off.")
  public Uni<RechargeView> on(@PathParam("c") String channel, RechargeRequest request) {
    long threshold = request.thresholdTenths();
    return catalogues
        .open(channel)
        .invoke(catalogue -> requireSold(catalogue, request.requiredUnits()))
        .call(() -> requirePaymentMethod(channel))
        .chain(catalogue -> on(catalogue, threshold, request))
        .chain(() -> view(channel));
  }

  @GET
  @Operation(
      summary = "Auto-recharge",
      description =
          "Whether it is on, why it is not, and where the purchase stands that is under way.")
  public Uni<RechargeView> find(@PathParam("c") String channel) {
    return clock.now(channel).chain(() -> view(channel));
  }

  @DELETE
  @Operation(
      summary = "Switch auto-recharge off",
      description = "A purchase that is under way is brought to its end.")
  public Uni<Void> off(@PathParam("c") String channel) {
    return clock.now(channel).chain(() -> switching.off(channel));
  }

  private static void requireSold(Catalogue catalogue, BigDecimal units) {
    OrderLine line = new OrderLine(BookItem.POINTS, units);
    if (PurchaseLimits.check(catalogue.book(), 0, line) instanceof PurchaseLimits.Outside no) {
      refuse(new SwitchRecharge.Result.Refused(List.of(no.fault())));
    }
  }

  private Uni<Void> requirePaymentMethod(String channel) {
    return payments.standing(channel).invoke(RechargeResource::requireMethod).replaceWithVoid();
  }

  private static void requireMethod(PaymentStanding standing) {
    if (!standing.hasMethod()) {
      throw new ProblemException(noMethod());
    }
  }

  private Uni<Void> on(Catalogue catalogue, long thresholdTenths, RechargeRequest request) {
    return switching
        .on(catalogue, thresholdTenths, request.requiredUnits())
        .invoke(RechargeResource::refuse)
        .replaceWithVoid();
  }

  private Uni<RechargeView> view(String channel) {
    return transactions
        .run(transaction -> recharges.find(transaction, channel))
        .map(RechargeView::of);
  }

  private static void refuse(SwitchRecharge.Result result) {
    switch (result) {
      case SwitchRecharge.Result.On ignored -> {}
      case SwitchRecharge.Result.Refused refused ->
          throw new ProblemException(OrderProblems.of(refused.faults(), fault -> "units"));
    }
  }

  private static Problem noMethod() {
    return Problem.of(
        409, "payment.no-method", "Auto-recharge needs a payment method; add one first.");
  }
}
