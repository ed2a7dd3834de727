package dev.countinghouse.prepaid.review;

import dev.countinghouse.http.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What waits for operators. */
@Path("/v1/prepaid/reviews")
@Tag(name = "operations", description = "For operators")
public class ReviewResource {

  private final ListReviews reviews;

  ReviewResource(ListReviews reviews) {
    this.reviews = reviews;
  }

  @GET
  @Operation(
      summary = "Orders and refunds in review",
      description =
          "Of all channels: what was refused though money may have moved. It is not asked for again"
              + " until an operator resolves it.")
  public Uni<Page<ReviewView>> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return reviews.list(cursor, limit);
  }
}
