package dev.countinghouse.outbox;

import dev.countinghouse.transaction.DatabaseAway;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with an event from what is wrong with the world around it. An outage passes,
 * so the event waits for its end however long that takes: to dead-letter everything because the
 * database restarts would lose the books.
 */
final class Outage {

  private static final String CANCELED = "57014";
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
      // A statement that took too long: the database is slow, the event is not wrong.
      case PgException sql when CANCELED.equals(sql.getSqlState()) -> true;
      case SQLException sql when CANCELED.equals(sql.getSQLState()) -> true;
      case WebApplicationException http -> HTTP_STATUSES.contains(http.getResponse().getStatus());
      case com.fasterxml.jackson.core.JacksonException json -> false;
      case IOException io -> true;
      case ProcessingException http -> true;
      case java.util.concurrent.TimeoutException late -> true;
      case io.smallrye.mutiny.TimeoutException late -> true;
      default -> DatabaseAway.isOutage(cause);
    };
  }
}
