package dev.countinghouse.subscription.entitlement;

import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.Entitlements;
import dev.countinghouse.subscription.domain.PriceBook;
import dev.countinghouse.subscription.pricebook.PriceBooks;
import dev.countinghouse.subscription.subscription.Standing;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/channels/{c}/entitlements}. */
@Path("/v1/channels/{c}/entitlements")
@Tag(name = "subscription")
@Produces(MediaType.APPLICATION_JSON)
public class EntitlementResource {

  private final Transactions transactions;
  private final PriceBooks books;

  EntitlementResource(Transactions transactions, PriceBooks books) {
    this.transactions = transactions;
    this.books = books;
  }

  @GET
  @Operation(
      summary = "What the channel may do now",
      description = "Every feature the price book knows, with the reason.")
  public Uni<EntitlementsJson> all(@PathParam("c") String channel) {
    return transactions.run(tx -> read(tx, channel)).map(Answered::json);
  }

  @GET
  @Path("/{feature}")
  @Operation(summary = "Whether the channel may use one feature now, and why")
  @APIResponse(responseCode = "404", description = "entitlement.unknown-feature")
  public Uni<EntitlementsJson.Feature> one(
      @PathParam("c") String channel, @PathParam("feature") String feature) {
    return transactions.run(tx -> read(tx, channel)).map(answered -> answered.feature(feature));
  }

  private Uni<Answered> read(Transaction transaction, String channelId) {
    return Channel.get(channelId)
        .chain(channel -> books.get(transaction, channel.priceBook, channel.priceBookVersion))
        .chain(book -> Standing.of(channelId).map(standing -> Answered.of(book, standing)));
  }

  private record Answered(Standing standing, Entitlements entitlements) {

    static Answered of(PriceBook book, Standing standing) {
      return new Answered(standing, Entitlements.of(book, standing.status(), standing.selection()));
    }

    EntitlementsJson json() {
      return EntitlementsJson.of(standing, entitlements);
    }

    EntitlementsJson.Feature feature(String name) {
      return entitlements
          .feature(name)
          .map(EntitlementsJson.Feature::of)
          .orElseThrow(() -> unknown(name));
    }
  }

  private static ProblemException unknown(String feature) {
    return new ProblemException(
        Problem.of(
            404,
            "entitlement.unknown-feature",
            "The price book knows no feature " + feature + "."));
  }
}
