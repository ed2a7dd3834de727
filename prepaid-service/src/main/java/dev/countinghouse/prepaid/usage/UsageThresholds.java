package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.event.UsageThresholdReached;
import dev.countinghouse.prepaid.domain.UsageDecision;
import dev.countinghouse.prepaid.domain.UsageThreshold;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The table of what usage came to of allowances and limits (NOTE-3). */
@ApplicationScoped
class UsageThresholds {

  private static final String PUT =
      """
      insert into usage_threshold (channel_id, item, period_start, part_of, percent, quantity, used, reached_at)
      select $1, item, period_start, part_of, percent, quantity, used, $2
      from unnest($3::text[], $4::timestamptz[], $5::text[], $6::int[], $7::bigint[], $8::bigint[])
        as new (item, period_start, part_of, percent, quantity, used)
      on conflict do nothing
      """;

  private static final String TAKE =
      """
      update usage_threshold set told = true where channel_id = $1 and not told
      returning place, item, part_of, percent, used, quantity, period_start, reached_at
      """;

  /** Keeps what decisions came to, by item; false when that is nothing, and nothing is asked. */
  Uni<Boolean> put(Transaction transaction, ChannelNow now, Map<String, UsageDecision> decisions) {
    List<Row> rows = new ArrayList<>();
    decisions.forEach(
        (item, decision) ->
            decision.reached().forEach(reached -> rows.add(new Row(item, reached))));
    return rows.isEmpty()
        ? Uni.createFrom().item(false)
        : put(transaction, now, rows).replaceWith(true);
  }

  private static Uni<Integer> put(Transaction transaction, ChannelNow now, List<Row> rows) {
    return transaction.update(
        PUT,
        now.channel(),
        time(now.now()),
        column(rows, String[]::new, Row::item),
        column(rows, OffsetDateTime[]::new, row -> time(row.reached().period().start())),
        column(rows, String[]::new, Row::of),
        column(rows, Integer[]::new, row -> row.reached().percent()),
        column(rows, Long[]::new, row -> row.reached().quantity()),
        column(rows, Long[]::new, row -> row.reached().used()));
  }

  private record Row(String item, UsageThreshold reached) {
    String of() {
      return switch (reached.of()) {
        case ALLOWANCE -> UsageThresholdReached.ALLOWANCE;
        case LIMIT -> UsageThresholdReached.LIMIT;
      };
    }
  }

  /** Takes what has not been told, in the order in which usage came to it; each once. */
  Uni<List<UsageThresholdReached>> take(Transaction transaction, String channel) {
    return transaction
        .select(TAKE, channel)
        .map(
            rows ->
                rows.stream()
                    .sorted(Comparator.comparing(row -> row.longValue(0)))
                    .map(row -> reached(channel, row))
                    .toList());
  }

  private static UsageThresholdReached reached(String channel, Fields row) {
    return new UsageThresholdReached(
        channel,
        row.string(1),
        row.string(2),
        row.intValue(3),
        row.longValue(4),
        row.longValue(5),
        row.instant(6),
        row.instant(7));
  }

  private static <T> T[] column(List<Row> rows, IntFunction<T[]> array, Function<Row, T> value) {
    return rows.stream().map(value).toArray(array);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
