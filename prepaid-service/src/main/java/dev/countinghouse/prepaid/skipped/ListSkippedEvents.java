package dev.countinghouse.prepaid.skipped;

import dev.countinghouse.http.Cursors;
import dev.countinghouse.http.Page;
import dev.countinghouse.outbox.SkippedEvent;
import dev.countinghouse.outbox.SkippedEvents;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what was skipped of a channel and is not settled, by source and sequence. */
@ApplicationScoped
class ListSkippedEvents {

  private final Transactions transactions;
  private final SkippedEvents events;
  private final Cursors cursors;

  ListSkippedEvents(Transactions transactions, SkippedEvents events, Cursors cursors) {
    this.transactions = transactions;
    this.events = events;
    this.cursors = cursors;
  }

  Uni<Page<SkippedEventView>> list(
      String channel, @Nullable String cursor, @Nullable Integer requested) {
    String list = "skipped-events:" + channel;
    int limit = cursors.limit(requested);
    List<String> after = cursors.open(list, cursor);
    String source = after == null ? "" : after.get(0);
    long sequence = after == null ? 0 : Long.parseLong(after.get(1));
    return transactions
        .run(transaction -> events.open(transaction, channel, source, sequence, limit + 1))
        .map(found -> page(list, found, limit));
  }

  private Page<SkippedEventView> page(String list, List<SkippedEvent> found, int limit) {
    List<SkippedEventView> shown = found.stream().limit(limit).map(SkippedEventView::of).toList();
    return new Page<>(shown, found.size() > limit ? cursor(list, shown.getLast()) : null);
  }

  private String cursor(String list, SkippedEventView last) {
    return cursors.seal(list, List.of(last.source(), Long.toString(last.sequence())));
  }
}
