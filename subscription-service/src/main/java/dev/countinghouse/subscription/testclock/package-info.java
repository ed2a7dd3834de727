/**
 * Test clocks of sandbox channels (TIME-3): where they are set to, and how all services get there.
 *
 * <p>The flow: a {@code PUT} stores the target and answers. A pod takes the clock under a lease and
 * repeats: wait until every event is applied where it is wanted; ask every service when its next
 * work falls due; set all copies of the clock to the earliest of these instants (this service's own
 * copy last), or to the target; let the service whose work is due do it. When nothing is left the
 * clock is ready.
 *
 * <p>Invariants: everything that real time would have caused has happened, in chronological order,
 * when the clock reports ready; a clock that was interrupted anywhere goes on from what is stored;
 * a live channel has no test clock; a clock goes back only before anything has happened.
 */
@NullMarked
package dev.countinghouse.subscription.testclock;

import org.jspecify.annotations.NullMarked;
