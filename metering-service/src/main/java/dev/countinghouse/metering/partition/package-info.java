/**
 * Partitions of the tables that grow by time.
 *
 * <p>The months around the system's now have partitions of their own, made ahead at start and once
 * a day; everything else lies in a default partition. Sandbox channels live in any year, so a
 * partition made on demand would let anyone's test clock take locks on everyone's tables, and make
 * thousands of partitions. When real time gets near a month of which the default partition already
 * holds rows, making the partition moves them.
 *
 * <p>Invariant: there is always a partition for any day.
 */
@NullMarked
package dev.countinghouse.metering.partition;

import org.jspecify.annotations.NullMarked;
