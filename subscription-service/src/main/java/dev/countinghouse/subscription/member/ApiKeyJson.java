package dev.countinghouse.subscription.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An API key as outsiders see it.
 *
 * @param key the key itself, only in the first answer to its making
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKeyJson(
    String id, String name, String role, Instant createdAt, @Nullable String key) {

  static ApiKeyJson of(ApiKey key) {
    return new ApiKeyJson(
        key.id, key.name, key.role.name().toLowerCase(Locale.ROOT), key.createdAt, null);
  }

  ApiKeyJson showing(String secret) {
    return new ApiKeyJson(id, name, role, createdAt, secret);
  }
}
