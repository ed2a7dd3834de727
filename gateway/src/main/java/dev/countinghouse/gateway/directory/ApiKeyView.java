package dev.countinghouse.gateway.directory;

import dev.countinghouse.contracts.Role;
import dev.countinghouse.contracts.internal.Membership;
import dev.countinghouse.gateway.domain.Identity;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The answer of {@code GET /internal/api-keys/{sha256hex}}.
 *
 * @param channel the one channel the key opens
 * @param role what its holder is there
 * @param subject whom the books name as the caller
 */
@RegisterForReflection
public record ApiKeyView(String channel, Role role, String subject) {

  /** The holder of the key with that hash. */
  public Identity identity(String hash) {
    return new Identity.Key(subject, new Membership(channel, role), hash);
  }
}
