/**
 * How many requests a token may make on a channel. All pods count together in Redis; a pod whose
 * Redis is gone or slow counts by itself and says so in a metric (SYS-4).
 *
 * <p>Invariants: Redis never holds a request up longer than the setting says; while it is away it
 * is looked for in the background only; what the pod keeps is bounded.
 */
@NullMarked
package dev.countinghouse.gateway.limit;

import org.jspecify.annotations.NullMarked;
