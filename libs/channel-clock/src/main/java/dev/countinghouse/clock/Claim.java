package dev.countinghouse.clock;

import java.time.Instant;

/**
 * A piece of work that this pod may run until its lease ends.
 *
 * @param until end of the lease; with the pod's id it tells this claim from a later one
 */
record Claim(DueItem item, Instant until) {}
