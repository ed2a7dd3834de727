/**
 * What two or more programs of the suite must agree on: events, internal questions and answers,
 * topics, roles and the gateway's routes. Records only; no rule of billing and no framework.
 *
 * <p>Invariants: a published record only gains fields; every event has a golden JSON sample under
 * {@code src/test/resources/samples} that a test reads and writes again.
 */
@NullMarked
package dev.countinghouse.contracts;

import org.jspecify.annotations.NullMarked;
