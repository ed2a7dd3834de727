package dev.countinghouse.prepaid.statement;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.domain.UsageRange;
import dev.countinghouse.prepaid.usage.FindItem;
import dev.countinghouse.prepaid.window.LotAccounts;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The range of a day (PRE-6). */
@Path("/v1/channels/{c}/prepaid/range")
@Tag(name = "prepaid", description = "Prepaid usage: twelve months of an item at once")
public class RangeResource {

  private final ChannelClock clock;
  private final FindItem items;
  private final Transactions transactions;
  private final LotAccounts lots;

  RangeResource(ChannelClock clock, FindItem items, Transactions transactions, LotAccounts lots) {
    this.clock = clock;
    this.items = items;
    this.transactions = transactions;
    this.lots = lots;
  }

  @GET
  @Operation(
      summary = "Usage range of a day",
      description =
          "Monthly, minimum and maximum usage of an item: the sum over the lots that are valid that"
              + " day. Without a day, today.")
  public Uni<RangeView> range(
      @PathParam("c") String channel,
      @QueryParam("item") @Nullable String item,
      @QueryParam("on") @Nullable String on) {
    String asked = DayParameter.item(item);
    return clock
        .now(channel)
        .call(now -> items.find(now, asked))
        .chain(now -> range(now, asked, DayParameter.read("on", on, now.today())));
  }

  private Uni<RangeView> range(ChannelNow now, String item, LocalDate day) {
    return transactions
        .run(transaction -> lots.monthly(transaction, now.channel(), item, day))
        .map(monthly -> RangeView.of(item, day, UsageRange.of(monthly)));
  }
}
