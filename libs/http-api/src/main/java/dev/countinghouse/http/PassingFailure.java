package dev.countinghouse.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells outages, which pass, from bugs. */
public final class PassingFailure {

  /** What a neighbour that is starting, stopping or overloaded answers. */
  private static final Set<Integer> AWAY = Set.of(502, 503, 504);

  private PassingFailure() {}

  /** Whether a neighbour, or the database, could not be reached or went away meanwhile. */
  public static boolean is(Throwable failure) {
    return switch (failure) {
      case WebApplicationException answer -> AWAY.contains(answer.getResponse().getStatus());
      case JsonProcessingException unreadable -> false;
      case IOException cut -> true;
      case ProcessingException unreachable -> true;
      case HttpClosedException closed -> true;
      case TimeoutException late -> true;
      default -> false;
    };
  }
}
