/**
 * The one door of the suite. {@link dev.countinghouse.gateway.PublicApi} takes every request below
 * {@code /v1} through the same steps: the route table knows the call, the body is not announced too
 * large, the caller is proven, the caller may, the caller has not asked too often; then the request
 * streams to the service with an internal token instead of what the caller showed.
 *
 * <p>Invariants: what a caller showed never reaches a service; a channel that is not the caller's
 * is answered like one that does not exist (SYS-3); every refusal is a problem document with a
 * stable code (SYS-5); an outage of Redis or of one service never stops calls to the others
 * (SYS-4).
 */
@NullMarked
package dev.countinghouse.gateway;

import org.jspecify.annotations.NullMarked;
