package dev.countinghouse.prepaid.limit;

import dev.countinghouse.http.Page;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A channel's own ceilings (PRE-16). */
@Path("/v1/channels/{c}/prepaid/limits")
@Tag(name = "prepaid", description = "Prepaid usage: twelve months of an item at once")
public class LimitResource {

  /** As the greatest quantity that can be bought at once (PRE-10). */
  static final BigDecimal GREATEST = BigDecimal.valueOf(9_999_999_999L);

  private static final String RANGE = "a whole number from 0 to " + GREATEST;

  private final SetLimit limits;
  private final ReadLimits reader;

  LimitResource(SetLimit limits, ReadLimits reader) {
    this.limits = limits;
    this.reader = reader;
  }

  @GET
  @Operation(
      summary = "Monthly limits",
      description =
          "Every item with a limit, by its id: what the running billing period has used of it and"
              + " what is left.")
  public Uni<Page<LimitUseView>> list(@PathParam("c") String channel) {
    return reader.list(channel).map(limits -> new Page<>(limits, null));
  }

  @GET
  @Path("/{item}")
  @Operation(summary = "A monthly limit")
  public Uni<LimitUseView> find(@PathParam("c") String channel, @PathParam("item") String item) {
    return reader
        .find(channel, item)
        .onItem()
        .ifNull()
        .failWith(() -> new ProblemException(unset(item)));
  }

  private static Problem unset(String item) {
    return Problem.of(
        404, "prepaid.limit-not-found", "The channel has set no limit for " + item + ".");
  }

  @PUT
  @Path("/{item}")
  @Operation(
      summary = "Set a monthly limit",
      description =
          "Usage above it is withheld, whatever lots have left. Raising it lets through what was"
              + " withheld in the billing period that is running.")
  public Uni<LimitView> set(
      @PathParam("c") String channel, @PathParam("item") String item, LimitRequest request) {
    long monthly = monthly(request.monthly());
    return limits.set(channel, item, monthly).replaceWith(() -> new LimitView(item, monthly));
  }

  @DELETE
  @Path("/{item}")
  @Operation(summary = "Lift a monthly limit", description = "As raising it without bound.")
  public Uni<Void> lift(@PathParam("c") String channel, @PathParam("item") String item) {
    return limits.set(channel, item, null);
  }

  private static long monthly(@Nullable BigDecimal asked) {
    if (asked == null) {
      throw refused(400, "body.missing-field", "A field that the call needs is missing.");
    }
    if (asked.signum() < 0) {
      throw refused(422, "prepaid.quantity-below-minimum", "A limit is 0 or more.");
    }
    if (asked.compareTo(GREATEST) > 0) {
      throw refused(422, "prepaid.quantity-above-maximum", "The limit is too large.");
    }
    if (asked.stripTrailingZeros().scale() > 0) {
      throw refused(422, "prepaid.quantity-not-whole", "The limit is not a whole number.");
    }
    return asked.longValueExact();
  }

  private static ProblemException refused(int status, String code, String detail) {
    return new ProblemException(Problem.of(status, code, detail).blaming("monthly", RANGE));
  }
}
