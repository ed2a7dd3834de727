/**
 * Channel membership and roles of a proven caller, before a request leaves the gateway (SYS-3).
 *
 * <p>Invariants: a refused channel counts against the token's rate limit like an admitted one, and
 * its answer does not depend on whether the channel exists.
 */
@NullMarked
package dev.countinghouse.gateway.access;

import org.jspecify.annotations.NullMarked;
