package dev.countinghouse.prepaid.purchase;

import dev.countinghouse.prepaid.catalogue.Catalogue;
import dev.countinghouse.prepaid.catalogue.OpenCatalogue;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.order.BuyAtOnce;
import dev.countinghouse.prepaid.order.NewOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Buys lines at once, at the prices of now (PRE-8). */
@ApplicationScoped
public class PurchaseLots {

  private final OpenCatalogue catalogues;
  private final BuyAtOnce buy;

  PurchaseLots(OpenCatalogue catalogues, BuyAtOnce buy) {
    this.catalogues = catalogues;
    this.buy = buy;
  }

  /**
   * Buys them, all or none (PRE-18).
   *
   * @param id of the order; asked again with it, the purchase goes on
   */
  Uni<BuyAtOnce.Result> purchase(String channel, String id, List<OrderLine> lines, boolean renew) {
    return catalogues.with(
        channel, catalogue -> buy.buy(catalogue, order(catalogue, id, lines, renew)));
  }

  private static NewOrder order(
      Catalogue catalogue, String id, List<OrderLine> lines, boolean renew) {
    return new NewOrder(
        catalogue.now().channel(),
        id,
        PurchaseOrigin.NAME,
        id,
        catalogue.now().now(),
        lines.stream().map(line -> new NewOrder.Line(line, renew)).toList());
  }
}
