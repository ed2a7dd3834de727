package dev.countinghouse.prepaid.statement;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.usage.FindItem;
import dev.countinghouse.prepaid.window.LotAccounts.Wanted;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The statement of an item. */
@Path("/v1/channels/{c}/prepaid/statement")
@Tag(name = "prepaid", description = "Prepaid usage: twelve months of an item at once")
public class StatementResource {

  /** A year and a month, so that a year can be laid beside the one before. */
  static final int MAX_DAYS = 400;

  private final ChannelClock clock;
  private final FindItem items;
  private final ReadStatement statement;
  private final StatementCursors cursors;

  StatementResource(
      ChannelClock clock, FindItem items, ReadStatement statement, StatementCursors cursors) {
    this.clock = clock;
    this.items = items;
    this.statement = statement;
    this.cursors = cursors;
  }

  @GET
  @Operation(
      summary = "Statement of an item",
      description =
          "By window of each lot: own, borrowed, minimum, uncovered and what is left of the pool."
              + " By billing period: the total and what covered it. At most 400 days, both ends"
              + " included; without a range, the year that ends today. Lots come in pages: ask"
              + " with the same range and the cursor in next.")
  public Uni<StatementView> statement(
      @PathParam("c") String channel,
      @QueryParam("item") @Nullable String item,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    String asked = DayParameter.item(item);
    return clock
        .now(channel)
        .call(now -> items.find(now, asked))
        .chain(now -> statement(now, wanted(now, asked, from, to), cursor, limit));
  }

  private Uni<StatementView> statement(
      ChannelNow now, Wanted wanted, @Nullable String cursor, @Nullable Integer limit) {
    return statement.read(now, wanted, cursors.open(now, wanted, cursor, limit));
  }

  private static Wanted wanted(
      ChannelNow now, String item, @Nullable String from, @Nullable String to) {
    LocalDate last = DayParameter.read("to", to, now.today());
    LocalDate first = DayParameter.read("from", from, last.minusYears(1).plusDays(1));
    if (last.isBefore(first)) {
      throw DayParameter.invalid("to", "from or a later day");
    }
    if (ChronoUnit.DAYS.between(first, last) >= MAX_DAYS) {
      throw DayParameter.invalid("from", "at most " + MAX_DAYS + " days, from and to included");
    }
    return new Wanted(item, first, last);
  }
}
