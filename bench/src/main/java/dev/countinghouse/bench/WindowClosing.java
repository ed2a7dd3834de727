package dev.countinghouse.bench;

import dev.countinghouse.localstack.SuiteService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A hundred thousand windows that end at the same instant (PRE-3). The lots are written into the
 * database as purchases would leave them, for to buy them one by one would take far longer than to
 * close them; what closes them is prepaid-service's own due work.
 */
final class WindowClosing {

  private static final int CHANNELS = 1_000;
  private static final int LOTS = 100 * CHANNELS;
  private static final String FLOOR = "the same rows in one statement";
  private static final String MEMORY_FLOOR = "before the close";

  /** A hundred units a month: a pool of 2,400 halves, and a minimum of 100 halves a window. */
  private static final String BUY =
      """
      insert into lot (channel_id, lot_id, item, monthly_quantity, pool_halves, left_halves, valid_from,
        valid_until, renew, order_id, charge_minor, currency, created_at, next_close)
      select channel, 'lot_' || substr(channel, 4, 26) || lpad(n::text, 6, '0'), 'mau', 100, 2400, 2400,
        day - interval '1 month', day + interval '11 months' - interval '1 day', false,
        'bench', 0, 'USD', now(), day
      from unnest(?::text[]) as channel, (select ?::date as day), generate_series(1, 100) as n
      """;

  private static final String FALL_DUE =
      """
      insert into due_work (channel_id, kind, id, due_at, sandbox, eligible_at)
      select channel, 'window.close', day::text, at, false, at
      from unnest(?::text[]) as channel, (select day, day::timestamp at time zone 'Asia/Seoul' as at
        from (select ?::date as day))
      """;

  private static final String DUE =
      "select count(*) from due_work where kind = 'window.close' and due_at <= now()";
  private static final String PLANNED =
      "select count(*) from due_work where kind = 'window.close' and due_at > now()";
  private static final String CLOSED =
      "select count(*) from lot join lot_window using (channel_id, lot_id) where left_halves = 2300"
          + " and month = 0 and closed and deducted_halves = 100";

  private static final String COPY =
      "create table closed_lot as select * from lot; create table closed_window (like lot_window);"
          + " alter table closed_lot add primary key (channel_id, lot_id);"
          + " alter table closed_window add primary key (channel_id, lot_id, month)";
  private static final String CLOSE_ALL =
      """
      with windows as (
        insert into closed_window select channel_id, lot_id, 0, 0, 100, 0, true, 0 from closed_lot)
      update closed_lot set left_halves = left_halves - 100, next_close = next_close + interval '1 month'
      """;

  private final PrepaidStack stack;
  private final List<String> channels;

  /**
   * @param known channels that the service has met, at least a thousand
   */
  WindowClosing(PrepaidStack stack, List<String> known) {
    this.stack = stack;
    this.channels = known.subList(0, CHANNELS);
  }

  List<Measurement> run() throws Exception {
    try (Books books = stack.books();
        Connection connection = stack.postgres().connect(SuiteService.PREPAID.id())) {
      LocalDate end = LocalDate.now(ZoneOffset.UTC).minusDays(15).withDayOfMonth(15);
      write(connection, BUY, end);
      double floor = floor(connection);
      try (PeakMemory memory = PeakMemory.watch(stack)) {
        long begin = System.nanoTime();
        write(connection, FALL_DUE, end);
        books.await("closes that are due", DUE, 0);
        double perSecond = LOTS / seconds(begin);
        books.require("windows closed with their minimum", CLOSED, LOTS);
        books.require("channels whose next close is planned", PLANNED, CHANNELS);
        return List.of(
            Measurement.of("100,000 windows: closed", perSecond, "1/s", LOTS / floor, FLOOR),
            Measurement.of(
                "100,000 windows: memory", memory.peak(), "MB", memory.before(), MEMORY_FLOOR));
      }
    }
  }

  private static double floor(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(COPY);
      long begin = System.nanoTime();
      statement.execute(CLOSE_ALL);
      double seconds = seconds(begin);
      statement.execute("drop table closed_lot; drop table closed_window");
      return seconds;
    }
  }

  private void write(Connection connection, String sql, LocalDate end) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", channels.toArray()));
      statement.setObject(2, end);
      statement.executeUpdate();
    }
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
