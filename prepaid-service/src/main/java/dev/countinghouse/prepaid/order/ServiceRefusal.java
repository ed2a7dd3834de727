package dev.countinghouse.prepaid.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a refusal of subscription-service that repeating cannot change from what passes: an outage,
 * a token, a route, too many requests.
 */
@ApplicationScoped
public class ServiceRefusal {

  /** Bad request, not found, conflict, unprocessable: the question itself is refused. */
  private static final Set<Integer> STATUSES = Set.of(400, 404, 409, 422);

  private final ObjectMapper json;

  ServiceRefusal(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The problem's code, where {@code failure} is a refusal of the question itself. A 404 without a
   * code is a wrong route, and no statement about the question.
   */
  public Optional<String> code(Throwable failure) {
    return failure instanceof WebApplicationException answer
            && STATUSES.contains(answer.getResponse().getStatus())
        ? code(answer.getResponse().readEntity(String.class))
        : Optional.empty();
  }

  private Optional<String> code(String body) {
    try {
      String code = json.readTree(body).path("code").asText("");
      boolean isAnswer = !code.isEmpty() && !code.equals("path.unknown");
      return isAnswer ? Optional.of(code) : Optional.empty();
    } catch (JsonProcessingException notOurs) {
      return Optional.empty();
    }
  }
}
