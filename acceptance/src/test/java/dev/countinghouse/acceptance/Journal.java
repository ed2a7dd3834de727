package dev.countinghouse.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The journal of one channel's points, read from the database past every service (PU-1). */
final class Journal {

  private final Connection database;
  private final String channel;

  Journal(Connection database, String channel) {
    this.database = database;
    this.channel = channel;
  }

  /** Of all entries; 0 when books are closed properly. */
  long sum() throws SQLException {
    return number("select coalesce(sum(delta_tenths), 0) from pu_entry where channel_id = ?");
  }

  long lopsidedMovements() throws SQLException {
    return number(
        "select count(*) from (select 1 from pu_entry where channel_id = ?"
            + " group by movement_no having sum(delta_tenths) <> 0) as lopsided");
  }

  /** Numbers left out or given twice. */
  long numberingFaults() throws SQLException {
    return number(
        "select count(*) from (select entry_no, row_number() over (order by entry_no) as place"
            + " from pu_entry where channel_id = ?) as numbered where entry_no <> place");
  }

  /** Holds that the journal knows more than one movement of the same kind of. */
  long doubledMovements() throws SQLException {
    return number(
        "select count(*) from (select 1 from pu_entry where channel_id = ?"
            + " and kind in ('hold', 'capture', 'release')"
            + " group by kind, reference having count(distinct movement_no) > 1) as doubled");
  }

  /** The lowest that was ever available, after any movement. */
  long lowestAvailable() throws SQLException {
    return number(
        """
        select coalesce(min(available), 0) from (
          select sum(sum(delta_tenths) filter (where account = 'available'))
            over (order by movement_no) as available
          from pu_entry where channel_id = ? group by movement_no) as running
        """);
  }

  /** What an account of the journal holds. */
  long of(String account) throws SQLException {
    return number(
        "select coalesce(sum(delta_tenths), 0) from pu_entry where channel_id = ? and account = '"
            + account
            + "'");
  }

  private long number(String sql) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, channel);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
