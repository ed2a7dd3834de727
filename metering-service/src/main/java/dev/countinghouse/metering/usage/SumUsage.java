package dev.countinghouse.metering.usage;

import dev.countinghouse.metering.domain.Meter;
import dev.countinghouse.metering.figure.DayRange;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads how much of a meter was used on each local day. */
@ApplicationScoped
public class SumUsage {

  private final Transactions transactions;

  public SumUsage(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Every day of the range, with 0 where nothing was used. */
  public Uni<SortedMap<LocalDate, Long>> byDay(String channel, Meter meter, DayRange range) {
    return transactions
        .run(
            tx ->
                tx.select(
                    """
                    select day, quantity from meter_day
                    where channel_id = $1 and meter = $2 and day between $3 and $4
                    """,
                    channel,
                    meter.id(),
                    range.from(),
                    range.to()))
        .map(rows -> filled(range, rows));
  }

  private static SortedMap<LocalDate, Long> filled(DayRange range, List<Fields> rows) {
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    range.from().datesUntil(range.to().plusDays(1)).forEach(day -> days.put(day, 0L));
    rows.forEach(row -> days.put(row.date(0), row.longValue(1)));
    return days;
  }
}
