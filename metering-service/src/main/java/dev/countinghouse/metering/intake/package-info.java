/**
 * Takes usage events from outside.
 *
 * <p>The flow of a request: read each event by itself, find the channels that the caller may report
 * for, judge each event's time by its channel's clock (MAU-5), ask which are counted already, tell
 * repeats from new ones (MAU-7), put the new ones on Kafka, and only then answer, one result an
 * event and in their order.
 *
 * <p>Invariants: {@code accepted} is said only after Kafka has acknowledged the event with {@code
 * acks=all}, {@code duplicate} only of an event that is counted or accepted in the same answer
 * (SYS-1); when Kafka does not acknowledge all of them, none is acknowledged and the sender gets
 * 503: sending all again is safe; a channel outside the caller's scope is answered as one that does
 * not exist (SYS-3).
 */
@NullMarked
package dev.countinghouse.metering.intake;

import org.jspecify.annotations.NullMarked;
