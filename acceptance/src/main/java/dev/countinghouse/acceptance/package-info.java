/**
 * The suite seen from outside. {@link dev.countinghouse.acceptance.Story} plays one true story
 * through the gateway; {@code bin/up --demo} prints the bill it ends with and the tests of this
 * module hold it to account.
 *
 * <p>Invariants: nothing here knows a service, a database or a topic; every POST carries an {@code
 * Idempotency-Key} and is repeated with the same key when the answer is lost, so that a crash on
 * the other side changes nothing.
 */
@NullMarked
package dev.countinghouse.acceptance;

import org.jspecify.annotations.NullMarked;
