package dev.countinghouse.bench;

import dev.countinghouse.localstack.PostgresServer;
import dev.countinghouse.localstack.SuiteService;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What prepaid-service's database says after the calls: an answer counts only when it is in the
 * books, and the books must be in order.
 */
final class Books implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(100);

  private static final String GRANTED = "select count(*) from pu_account where posted_tenths > 0";
  private static final String HOLDS = "select count(*) from pu_hold where fate <> 'refused'";
  private static final String CAPTURED =
      "select count(*) from pu_hold where fate = 'captured' and fate_tenths = tenths";
  private static final String LOPSIDED =
      """
      select count(*) from (select from pu_entry group by channel_id, movement_no
        having sum(delta_tenths) <> 0) movement
      """;

  /** The journal by channel against the account's balances and against its holds. */
  private static final String DRIFTED =
      """
      with journal as (
        select channel_id, sum(delta_tenths) filter (where account = 'available') as available,
          sum(delta_tenths) filter (where account = 'held') as held
        from pu_entry group by channel_id),
      open as (
        select channel_id, sum(tenths) as held from pu_hold where fate = 'open' group by channel_id)
      select count(*) from pu_account full join journal using (channel_id)
        full join open using (channel_id)
      where posted_tenths - held_tenths is distinct from available
        or held_tenths is distinct from coalesce(journal.held, 0)
        or held_tenths is distinct from coalesce(open.held, 0)
      """;

  private final Connection connection;

  Books(PostgresServer server) throws SQLException {
    this.connection = server.connect(SuiteService.PREPAID.id());
  }

  /** Waits until so many channels have been granted points. */
  void awaitGrants(int channels) throws Exception {
    await("channels that were granted points", GRANTED, channels);
  }

  /** Waits until a count is what it is to become. */
  void await(String what, String counted, long expected) throws Exception {
    try {
      Awaitility.await(what)
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(LOOK)
          .until(() -> count(counted) == expected);
    } catch (ConditionTimeoutException late) {
      require(what, counted, expected);
    }
  }

  /** Compares the books with what was answered. */
  void check(long placed, long captured) throws SQLException {
    require("holds answered as held", HOLDS, placed);
    require("holds answered as captured", CAPTURED, captured);
    require("movements that do not sum to zero", LOPSIDED, 0);
    require("accounts that differ from their journal", DRIFTED, 0);
  }

  /** Fails unless a count is as it must be. */
  void require(String what, String counted, long expected) throws SQLException {
    long found = count(counted);
    if (found != expected) {
      throw new IllegalStateException(
          "%s: the database has %d, not %d".formatted(what, found, expected));
    }
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
