package dev.countinghouse.clock;

/**
 * Scheduling as part of another statement, for hot paths that write and schedule in one round trip.
 * Only for live channels and for what falls due later: nobody is woken, and no test clock is held.
 */
public final class LiveDueWorkSql {

  static final String INSERT =
      "insert into due_work (channel_id, kind, id, due_at, sandbox, eligible_at) ";

  static final String OR_MOVE =
      """
      on conflict (channel_id, kind, id) do update set due_at = excluded.due_at,
        eligible_at = excluded.eligible_at, attempt = 0, last_error = null, claimed_by = null""";

  private LiveDueWorkSql() {}

  /**
   * The insert for each row of {@code source}; the other arguments are SQL expressions.
   *
   * @param source has {@code channel_id}
   * @param dueAt a {@code timestamptz} to microseconds
   */
  public static String insertFrom(String source, String kind, String id, String dueAt) {
    return INSERT
        + "select channel_id, %s, %s, %s, false, %s from %s "
            .formatted(kind, id, dueAt, dueAt, source)
        + OR_MOVE;
  }
}
