/**
 * An issuer of tokens for the profile {@code local}, so that the suite can be tried on one machine
 * without an identity provider. It asks nobody for a password.
 *
 * <p>Invariants: outside the profile {@code local} its paths do not exist, its keys prove nobody,
 * and a setting of it stops the start.
 */
@NullMarked
package dev.countinghouse.gateway.localissuer;

import org.jspecify.annotations.NullMarked;
