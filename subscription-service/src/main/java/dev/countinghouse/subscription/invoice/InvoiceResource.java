package dev.countinghouse.subscription.invoice;

import dev.countinghouse.http.Page;
import dev.countinghouse.http.PageQuery;
import dev.countinghouse.http.Paging;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/channels/{c}/invoices}. */
@Path("/v1/channels/{c}/invoices")
@Tag(name = "invoices")
@Produces(MediaType.APPLICATION_JSON)
public class InvoiceResource {

  private final Paging paging;

  InvoiceResource(Paging paging) {
    this.paging = paging;
  }

  @GET
  @WithSession
  @Operation(summary = "List the invoices", description = "Oldest first, without their lines.")
  public Uni<Page<InvoiceJson>> list(
      @PathParam("c") String channel,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    PageQuery query = paging.open("invoices:" + channel, List.of("0"), cursor, limit);
    return Invoice.<Invoice>find(
            "channel = ?1 and sequence > ?2 order by sequence", channel, query.number(0))
        .page(0, query.fetch())
        .list()
        .map(found -> found.stream().map(InvoiceJson::of).toList())
        .map(found -> paging.close(query, found, InvoiceResource::position));
  }

  @GET
  @Path("/{number}")
  @WithSession
  @Operation(summary = "One invoice with its lines")
  @APIResponse(responseCode = "404", description = "invoice.not-found")
  public Uni<InvoiceJson> get(@PathParam("c") String channel, @PathParam("number") String number) {
    long sequence = InvoiceNumber.sequence(number).orElseThrow(InvoiceResource::notFound);
    return Invoice.<Invoice>findById(new Invoice.Key(channel, sequence))
        .onItem()
        .ifNull()
        .failWith(InvoiceResource::notFound)
        .chain(InvoiceResource::withLines);
  }

  private static Uni<InvoiceJson> withLines(Invoice invoice) {
    return InvoiceLine.of(invoice)
        .chain(lines -> creditNotes(invoice).map(notes -> InvoiceJson.of(invoice, lines, notes)));
  }

  private static Uni<List<CreditNoteJson>> creditNotes(Invoice invoice) {
    return CreditNote.of(invoice).chain(notes -> withLines(invoice, notes));
  }

  private static Uni<List<CreditNoteJson>> withLines(Invoice invoice, List<CreditNote> notes) {
    return notes.isEmpty()
        ? Uni.createFrom().item(List.of())
        : CreditNoteLine.ofNotes(invoice)
            .map(lines -> notes.stream().map(note -> CreditNoteJson.of(note, lines)).toList());
  }

  private static List<String> position(InvoiceJson invoice) {
    return List.of(Long.toString(invoice.sequence()));
  }

  private static ProblemException notFound() {
    return new ProblemException(Problem.of(404, "invoice.not-found", "There is no such invoice."));
  }
}
