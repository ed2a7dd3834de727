/**
 * Events that this service could not apply, for operators: usage that never reached its lots, a
 * period that is not known. A closing waits until each is settled.
 *
 * <p>Invariants: an event is settled once, applied after all or forgiven; applying it that fails
 * changes nothing; what is forgiven is never applied, and stays written down as forgiven; of what
 * never came, only the very next event that its source has emitted is forgiven.
 */
@NullMarked
package dev.countinghouse.prepaid.skipped;

import org.jspecify.annotations.NullMarked;
