/**
 * What every answer of the gateway has, whoever made it: the request id and the security headers;
 * and the first page.
 *
 * <p>Invariants: every answer carries {@code X-Request-Id}; a service cannot take a security header
 * away.
 */
@NullMarked
package dev.countinghouse.gateway.web;

import org.jspecify.annotations.NullMarked;
