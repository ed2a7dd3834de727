package dev.countinghouse.contracts.internal;

import dev.countinghouse.contracts.Role;

/**
 * {@code GET /internal/memberships?subject=} of subscription answers a list of these.
 *
 * @param channel {@code ch_…}
 * @param role what the subject is on that channel
 */
public record Membership(String channel, Role role) {}
