package dev.countinghouse.gateway.localissuer;

import dev.countinghouse.contracts.Role;
import dev.countinghouse.gateway.refusal.Refusal;
import dev.countinghouse.gateway.refusal.Verdict;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code POST /local-issuer/token} asks for.
 *
 * @param roles names of {@link Role}; of them only operator and service count at the gateway
 */
record TokenRequest(String subject, List<String> roles, Duration lifetime) {

  private static final int LONGEST_SUBJECT = 255;

  TokenRequest {
    roles = List.copyOf(roles);
  }

  static Verdict<TokenRequest> parse(String body, LocalIssuerSettings settings) {
    try {
      return read(new JsonObject(body), settings);
    } catch (DecodeException | ClassCastException malformed) {
      return refused("", "{\"subject\",\"roles\":[…],\"expiresInSeconds\"?}");
    }
  }

  private static Verdict<TokenRequest> read(JsonObject json, LocalIssuerSettings settings) {
    String subject = ((String) json.getValue("subject", "")).strip();
    if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
      return refused("subject", "1 to " + LONGEST_SUBJECT + " characters");
    }
    List<String> roles = new ArrayList<>();
    for (Object role : json.getJsonArray("roles", new JsonArray())) {
      roles.add(((String) role).toLowerCase(Locale.ROOT));
    }
    if (!roles.stream().allMatch(TokenRequest::isRole)) {
      return refused("roles", "names among " + List.of(Role.values()));
    }
    long seconds = json.getLong("expiresInSeconds", settings.lifetime().toSeconds());
    if (seconds < 1 || seconds > settings.longestLifetime().toSeconds()) {
      return refused("expiresInSeconds", "1 to " + settings.longestLifetime().toSeconds());
    }
    return Verdict.passed(new TokenRequest(subject, roles, Duration.ofSeconds(seconds)));
  }

  private static boolean isRole(String name) {
    for (Role role : Role.values()) {
      if (role.name().equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  private static Verdict<TokenRequest> refused(String field, String expected) {
    return Verdict.refused(Refusal.bodyMalformed(field, expected));
  }
}
