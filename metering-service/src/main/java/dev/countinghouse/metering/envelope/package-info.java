/**
 * CloudEvents 1.0 in JSON, as they come in over HTTP and as they lie on the topic.
 *
 * <p>Invariant: reading never fails; what cannot be read is a value that says which field is wrong
 * and what was expected (SYS-5).
 */
@NullMarked
package dev.countinghouse.metering.envelope;

import org.jspecify.annotations.NullMarked;
