/**
 * The services behind the gateway: a bounded connection pool, deadlines and a circuit breaker each.
 * A request streams through; only one that does not say its length is read first, because a service
 * must know the length and because a limit on it must hold before the service hears of it.
 *
 * <p>Invariants: a request is sent to a service at most once; what stops at one service stops no
 * other; nothing that a caller put into a header that names or proves it reaches a service.
 */
@NullMarked
package dev.countinghouse.gateway.upstream;

import org.jspecify.annotations.NullMarked;
