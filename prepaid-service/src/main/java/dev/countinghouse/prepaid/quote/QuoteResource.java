package dev.countinghouse.prepaid.quote;

import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.prepaid.catalogue.Catalogue;
import dev.countinghouse.prepaid.catalogue.OpenCatalogue;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.domain.Quote;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Quotes for orders of prepaid usage. */
@Path("/v1/channels/{c}/prepaid/quotes")
@Tag(name = "prepaid", description = "Prepaid usage: twelve months of an item at once")
public class QuoteResource {

  private final OpenCatalogue catalogues;
  private final Idempotency idempotency;

  QuoteResource(OpenCatalogue catalogues, Idempotency idempotency) {
    this.catalogues = catalogues;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      summary = "Quote an order",
      description =
          "What the lines cost a month and for the term; a purchase charges exactly that.")
  public Uni<Response> quote(@PathParam("c") String channel, QuoteRequest request) {
    List<OrderLine> lines = OrderLines.read(request.lines());
    return catalogues
        .open(channel)
        .map(catalogue -> answer(catalogue, lines))
        .chain(answer -> remember(channel, request, answer));
  }

  private Uni<Response> remember(String channel, QuoteRequest request, Answer answer) {
    return idempotency.once(channel, request, transaction -> Uni.createFrom().item(answer));
  }

  private static Answer answer(Catalogue catalogue, List<OrderLine> lines) {
    return switch (Quote.of(catalogue.book(), lines)) {
      case Quote.Priced priced -> Answer.ok(QuoteView.of(catalogue.book().currency(), priced));
      case Quote.Faulty faulty -> Answer.refused(OrderProblems.of(faulty.faults()));
    };
  }
}
