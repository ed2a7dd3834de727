package dev.countinghouse.prepaid.catalogue;

import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a channel may buy. */
@Path("/v1/channels/{c}/prepaid/items")
@Tag(name = "prepaid", description = "Prepaid usage: twelve months of an item at once")
public class CatalogueResource {

  private final OpenCatalogue catalogues;
  private final BoughtQuantities bought;
  private final Transactions transactions;

  CatalogueResource(OpenCatalogue catalogues, BoughtQuantities bought, Transactions transactions) {
    this.catalogues = catalogues;
    this.bought = bought;
    this.transactions = transactions;
  }

  @GET
  @Operation(
      summary = "Items",
      description =
          "What the channel's price book sells prepaid, by group: prices as tiers, limits, what"
              + " the plan includes, what is bought and how much room is left.")
  public Uni<CatalogueView> items(@PathParam("c") String channel) {
    return catalogues.open(channel).chain(this::show);
  }

  private Uni<CatalogueView> show(Catalogue catalogue) {
    String channel = catalogue.now().channel();
    return transactions
        .run(tx -> bought.find(tx, channel, catalogue.now().today(), ""))
        .map(has -> CatalogueView.of(catalogue, has));
  }
}
