package dev.countinghouse.transaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.io.Serial;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The database could not be reached, went away in the middle of a transaction, or gave it up in
 * favour of another one: nobody's bug, and it passes. Whether the transaction was committed is not
 * known when it went away during the commit, so whoever asks again must ask the same.
 */
public final class DatabaseAway extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Connection lost, deadlock or serialization failure, too many clients, out of memory or disk,
   * shutting down, starting up.
   */
  private static final Set<String> SQL_STATE_CLASSES = Set.of("08", "40", "53", "57", "58");

  /**
   * A lock that somebody else holds, where a statement does not wait for it; a server that only
   * reads, as the address of a database leads to it for a while after a failover.
   */
  private static final Set<String> SQL_STATES = Set.of("55P03", "25006");

  private static final String CANCELED_BY_REQUEST = "57014";
  private static final int MAX_DEPTH = 20;

  DatabaseAway(Throwable cause) {
    super("the database is away: " + cause.getMessage(), cause);
  }

  /** {@code work} with every outage of the database named as such: for statements on the pool. */
  public static <T> Uni<T> named(Uni<T> work) {
    return work.onFailure(DatabaseAway::isBehind).transform(DatabaseAway::new);
  }

  /**
   * {@code work} on the database, which counts as away when no answer has come within {@code
   * limit}; whether the work is done then is not known.
   */
  public static <T> Uni<T> unlessWithin(Duration limit, Uni<T> work) {
    return named(
        work.ifNoItem()
            .after(limit)
            .failWith(() -> new TimeoutException("no answer within " + limit)));
  }

  /** Whether that is what lies behind {@code failure}, however deep. */
  static boolean isBehind(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (isOutage(cause)) {
        return !(failure instanceof DatabaseAway);
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Whether {@code cause} itself, not what lies behind it, is an outage of the database. */
  public static boolean isOutage(Throwable cause) {
    return switch (cause) {
      case PgException sql -> isOutage(sql.getSqlState());
      // What Hibernate Reactive makes of the driver's own, which it does not keep.
      case SQLException sql -> isOutage(sql.getSQLState());
      case java.net.SocketException unreachable -> true;
      case TimeoutException noConnection -> true;
      case NoStackTraceThrowable plain -> !isWrongArgument(plain);
      default -> cause instanceof VertxException;
    };
  }

  /**
   * Vert.x has the same plain type for a connection that is closed, for a pool that is exhausted,
   * and for an argument that its driver cannot send: only the last is a bug, and says so.
   */
  private static boolean isWrongArgument(NoStackTraceThrowable plain) {
    String message = String.valueOf(plain.getMessage());
    return message.startsWith("Parameter at position")
        || message.startsWith("The number of parameters");
  }

  private static boolean isOutage(@Nullable String state) {
    if (state == null || state.length() != 5 || state.equals(CANCELED_BY_REQUEST)) {
      return false;
    }
    return SQL_STATES.contains(state) || SQL_STATE_CLASSES.contains(state.substring(0, 2));
  }
}
