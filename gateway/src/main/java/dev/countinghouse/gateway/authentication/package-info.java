/**
 * Proof of who asks: a token of the OIDC issuer, verified by quarkus-oidc, or an API key, exchanged
 * by its hash with subscription.
 *
 * <p>Invariants: an API key is never sent on, logged or kept, only its SHA-256; a token without a
 * valid signature, issuer, audience, subject and time proves nobody.
 */
@NullMarked
package dev.countinghouse.gateway.authentication;

import org.jspecify.annotations.NullMarked;
