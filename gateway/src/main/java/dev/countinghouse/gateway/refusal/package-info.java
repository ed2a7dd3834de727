/**
 * Refusals of the gateway: which there are, how they are written and what becomes of the body that
 * a refused request still sends.
 *
 * <p>Invariants: every refusal is a problem document (SYS-5) and carries the request id; a refused
 * connection is closed when its request does not end in time.
 */
@NullMarked
package dev.countinghouse.gateway.refusal;

import org.jspecify.annotations.NullMarked;
