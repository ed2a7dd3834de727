package dev.countinghouse.subscription.pricebook;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/price-books}. */
@Path("/v1/price-books")
@Tag(name = "price books")
@Produces(MediaType.APPLICATION_JSON)
public class PriceBookResource {

  private static final String SCOPE = "price-books";

  private final PublishedBooks books;
  private final PublishPriceBook publish;
  private final Idempotency idempotency;
  private final ChannelClock clock;

  PriceBookResource(
      PublishedBooks books, PublishPriceBook publish, Idempotency idempotency, ChannelClock clock) {
    this.books = books;
    this.publish = publish;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "List the published price books", description = "By id, then version.")
  public Uni<Page<BookSummary>> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return books.page(cursor, limit);
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "One price book as it was published",
      description = "The newest version when none is named.")
  public Uni<String> get(
      @PathParam("id") String id, @QueryParam("version") @Nullable Integer version) {
    return books.content(id, version);
  }

  @POST
  @Consumes({"application/yaml", "application/x-yaml", "text/yaml"})
  @Operation(
      summary = "Publish a version of a price book (operator)",
      description = "Written as YAML. A published version never changes (BOOK-1).")
  public Uni<Response> publishYaml(String body) {
    return publish(body, reading(() -> BookDocument.ofYaml(body)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Publish a version of a price book (operator)",
      description = "Written as JSON. A published version never changes (BOOK-1).")
  public Uni<Response> publishJson(String body) {
    return publish(body, reading(() -> BookDocument.ofJson(body)));
  }

  private Uni<Response> publish(String body, BookDocument document) {
    return idempotency.once(SCOPE, body, transaction -> publish(transaction, document));
  }

  private Uni<Answer> publish(Transaction transaction, BookDocument document) {
    return publish
        .publish(transaction, document, clock.systemNow())
        .map(result -> answer(result, document));
  }

  private static Answer answer(PublishPriceBook.Result result, BookDocument document) {
    BookSummary summary = BookSummary.of(document.book());
    return switch (result) {
      case PublishPriceBook.Result.Published published ->
          Answer.created(
              "/v1/price-books/%s?version=%d".formatted(summary.id(), summary.version()), summary);
      case PublishPriceBook.Result.OtherContent other ->
          Answer.refused(
              Problem.of(
                      409,
                      "price-book.version-published",
                      "That version is published with other content; a published version never changes.")
                  .blaming("version", "a version that is not yet published"));
      case PublishPriceBook.Result.Invalid invalid ->
          Answer.refused(invalid(invalid.field(), invalid.expected()));
    };
  }

  private static BookDocument reading(Reading reading) {
    try {
      return reading.read();
    } catch (InvalidBook invalid) {
      throw new ProblemException(invalid(invalid.field(), invalid.expected()));
    }
  }

  private static Problem invalid(String field, String expected) {
    return Problem.of(422, "price-book.invalid", "The document is not a price book.")
        .blaming(field, expected);
  }

  private interface Reading {
    BookDocument read() throws InvalidBook;
  }
}
