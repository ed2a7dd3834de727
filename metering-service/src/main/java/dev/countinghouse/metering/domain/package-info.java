/**
 * The rules of metering as pure functions: what a usage event says, on which local day it counts,
 * whether it was counted before, and which days make the MAU of a day.
 *
 * <p>Invariants: no framework and no clock in here; an event counts on the local day of its own
 * time (TIME-1, MAU-1); the MAU of a day looks at exactly the 31 local days that end with it
 * (MAU-2); an event is known by source and id, and an event that comes again is the same only if it
 * says the same (MAU-7).
 */
@NullMarked
package dev.countinghouse.metering.domain;

import org.jspecify.annotations.NullMarked;
