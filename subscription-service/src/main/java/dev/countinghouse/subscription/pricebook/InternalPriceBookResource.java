package dev.countinghouse.subscription.pricebook;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What other services ask of price books. */
@Path("/internal/price-books/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class InternalPriceBookResource {

  private final PublishedBooks books;

  InternalPriceBookResource(PublishedBooks books) {
    this.books = books;
  }

  @GET
  @Operation(hidden = true)
  public Uni<String> get(
      @PathParam("id") String id, @QueryParam("version") @Nullable Integer version) {
    return books.content(id, version);
  }
}
