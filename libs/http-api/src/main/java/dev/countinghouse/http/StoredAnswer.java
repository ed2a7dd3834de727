package dev.countinghouse.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** An answer as it goes over the wire, the first time and every time after. */
record StoredAnswer(
    int status, @Nullable String location, @Nullable String contentType, @Nullable String body) {

  Response first() {
    return builder().build();
  }

  Response replayed() {
    return builder().header("Idempotency-Replayed", "true").build();
  }

  private Response.ResponseBuilder builder() {
    Response.ResponseBuilder answer = Response.status(status);
    if (location != null) {
      // Not location(URI): that would make it absolute by the name the service has behind the
      // gateway.
      answer.header(HttpHeaders.LOCATION, location);
    }
    return body == null ? answer : answer.type(contentType).entity(body);
  }
}
