package dev.countinghouse.outbox;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with an event from what is wrong with the world around it. An outage passes,
 * so the event waits for its end however long that takes: to dead-letter everything because the
 * database restarts would lose the books.
 */
final class Outage {

  /**
   * Connection lost, deadlock or serialization failure, too many clients, out of memory or disk,
   * shutting down, starting up.
   */
  private static final Set<String> SQL_STATE_CLASSES = Set.of("08", "40", "53", "57", "58");

  /** A lock that somebody else holds, where a statement does not wait for it. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final Set<Integer> HTTP_STATUSES = Set.of(401, 403, 429, 500, 502, 503, 504);

  private static final int MAX_DEPTH = 20;

  private Outage() {}

  static boolean is(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (isOne(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isOne(Throwable cause) {
    return switch (cause) {
      case PgException sql -> isSqlOutage(sql);
      case WebApplicationException http -> HTTP_STATUSES.contains(http.getResponse().getStatus());
      case com.fasterxml.jackson.core.JacksonException json -> false;
      case IOException io -> true;
      case ProcessingException http -> true;
      case java.util.concurrent.TimeoutException late -> true;
      case io.smallrye.mutiny.TimeoutException late -> true;
      default -> isClosedConnection(cause);
    };
  }

  private static boolean isSqlOutage(PgException sql) {
    String state = sql.getSqlState();
    return state != null
        && state.length() == 5
        && (SQL_STATE_CLASSES.contains(state.substring(0, 2)) || state.equals(LOCK_NOT_AVAILABLE));
  }

  /**
   * Vert.x throws its own plain type for a pool that is closed or exhausted and for a connection
   * that is closing; a database's answer is never one.
   */
  private static boolean isClosedConnection(Throwable cause) {
    return cause instanceof VertxException || cause instanceof NoStackTraceThrowable;
  }
}
