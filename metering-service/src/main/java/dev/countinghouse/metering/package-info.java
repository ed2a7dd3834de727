/**
 * What was used. Events come in over HTTP, are put on Kafka and acknowledged, are counted from
 * there in bulk, and are asked for as figures: the MAU of a day today, interactions and actions
 * later.
 *
 * <p>The flow: {@code envelope} reads CloudEvents, {@code intake} judges each event and hands what
 * it accepts to {@code topic}, {@code counting} applies the topic to PostgreSQL, {@code mau}
 * answers. The rules stand in {@code domain}.
 *
 * <p>Invariants: nothing is acknowledged before Kafka has it with {@code acks=all} (SYS-1); an
 * accepted event counts exactly once, however often and in whatever order it is delivered (MAU-7);
 * a figure includes every event that was accepted before the figure was asked for, or says that it
 * does not; one channel's events never touch another's figures (SYS-3).
 */
@NullMarked
package dev.countinghouse.metering;

import org.jspecify.annotations.NullMarked;
