/**
 * Who is calling. The gateway proves a caller (OIDC token or API key) and forwards a short-lived
 * internal token; every service verifies it, checks the caller's role against {@link
 * dev.countinghouse.contracts.Routes} and the channel in the path against the caller's channels
 * (SYS-3). Services call each other below {@code /internal} with a token of the role service.
 *
 * <p>Invariants: a request without a valid internal token reaches no resource; {@code /internal/**}
 * needs the role service on all channels; a channel outside the caller's is answered as if it did
 * not exist.
 */
@NullMarked
package dev.countinghouse.caller;

import org.jspecify.annotations.NullMarked;
