/**
 * The MAU of a day (MAU-2): distinct users with at least one active local day among the 31 that end
 * with it. Exact, and counted from the days themselves, for any day in the past as for today
 * (MAU-3).
 *
 * <p>Invariant: an answer includes every event accepted before the question, or says in {@code
 * Countinghouse-Counting: behind} that it does not; a service that bills by the figure gets 503
 * instead.
 */
@NullMarked
package dev.countinghouse.metering.mau;

import org.jspecify.annotations.NullMarked;
