package dev.countinghouse.subscription.testclock;

import dev.countinghouse.contracts.ServiceName;
import io.smallrye.mutiny.TimeoutException;
import jakarta.ws.rs.WebApplicationException;
import org.jspecify.annotations.Nullable;

/** A service did not do what a test clock asked of it. */
final class ServiceTrouble extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY = 429;
  private static final int MAX_DEPTH = 20;

  private final boolean passing;

  private ServiceTrouble(String message, boolean passing, @Nullable Throwable cause) {
    super(message, cause);
    this.passing = passing;
  }

  static ServiceTrouble of(ServiceName service, Throwable failure) {
    if (failure instanceof WebApplicationException answer) {
      int status = answer.getResponse().getStatus();
      return new ServiceTrouble(
          service.id() + " answered " + status,
          status >= SERVER_ERROR || status == TOO_MANY,
          failure);
    }
    return new ServiceTrouble(service.id() + " did not answer: " + reason(failure), true, failure);
  }

  /** Whether asking again may help. */
  boolean isPassing() {
    return passing;
  }

  private static String reason(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return "it took too long";
    }
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < MAX_DEPTH; depth++) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }
}
