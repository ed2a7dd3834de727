/**
 * Applies the usage topic to PostgreSQL.
 *
 * <p>The flow: the loop polls, and hands each partition's records to {@link
 * dev.countinghouse.metering.counting.CountBatch}: read them, tell repeats from first deliveries,
 * send what cannot be counted to the dead letters, then in one transaction write what is left in
 * bulk and move the partition's position.
 *
 * <p>Invariants: the position moves in the transaction of what it counts, under its row's lock, so
 * that a batch that comes again (a crash, a rebalance, a second pod that still holds the partition)
 * changes nothing; reading starts at the position in the database, never at the group's; a record
 * is passed only when it is counted or lies on the dead-letter topic.
 *
 * <p>Failure strategy: a record that can never be counted goes to the dead-letter topic with the
 * reason, and counting goes on; an outage of the database or of Kafka is retried without end, with
 * a growing pause, the partitions paused and the membership of the group kept; a repeat is skipped.
 */
@NullMarked
package dev.countinghouse.metering.counting;

import org.jspecify.annotations.NullMarked;
