/**
 * Holds on a channel's points (PU-3, PU-4), for the services that spend them. Many holds in one
 * call are decided account by account, each answered for itself; so are many ends of holds.
 *
 * <p>Invariants: each hold ends exactly once, however often or concurrently it is asked; same id
 * and same content is the same answer, a refusal included; a late settlement changes nothing; what
 * cannot be decided on one channel takes no other's answer with it.
 */
@NullMarked
package dev.countinghouse.prepaid.hold;

import org.jspecify.annotations.NullMarked;
