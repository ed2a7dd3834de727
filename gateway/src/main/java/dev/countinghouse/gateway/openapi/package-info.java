/**
 * One OpenAPI document for the whole API, made of the services' own.
 *
 * <p>Invariants: only calls of the route table are in it; every POST takes {@code Idempotency-Key}
 * and every call answers problems; a schema that two services define differently carries the
 * services' names; equal inputs give the same document, byte for byte.
 */
@NullMarked
package dev.countinghouse.gateway.openapi;

import org.jspecify.annotations.NullMarked;
