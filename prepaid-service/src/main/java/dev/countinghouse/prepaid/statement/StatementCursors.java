package dev.countinghouse.prepaid.statement;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.Cursors;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.LotAccount;
import dev.countinghouse.prepaid.window.DrawPlace;
import dev.countinghouse.prepaid.window.LotAccounts.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a statement goes on: behind a lot in the order in which lots are drawn. */
@ApplicationScoped
class StatementCursors {

  private final Cursors cursors;
  private final PrepaidLimits limits;

  StatementCursors(Cursors cursors, PrepaidLimits limits) {
    this.cursors = cursors;
    this.limits = limits;
  }

  /**
   * The lots that are asked for.
   *
   * @param after the place of the last lot that was shown
   * @param lots how many to show at most
   */
  record Part(DrawPlace after, int lots) {}

  /** Without a limit, as many lots as a statement shows at most. */
  Part open(ChannelNow now, Wanted wanted, @Nullable String cursor, @Nullable Integer requested) {
    int lots = requested == null ? limits.statementLots() : cursors.limit(requested);
    List<String> after = cursors.open(list(now, wanted), cursor);
    return after == null
        ? new Part(DrawPlace.FIRST, lots)
        : new Part(new DrawPlace(LocalDate.parse(after.get(0)), after.get(1)), lots);
  }

  /** The cursor behind a lot. */
  String after(ChannelNow now, Wanted wanted, LotAccount last) {
    DrawPlace place = DrawPlace.of(last);
    return cursors.seal(list(now, wanted), List.of(place.lastValidDay().toString(), place.lot()));
  }

  private static String list(ChannelNow now, Wanted wanted) {
    return "statement:" + now.channel() + ":" + wanted.item();
  }
}
