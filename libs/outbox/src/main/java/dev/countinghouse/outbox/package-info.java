/**
 * Events out of a service and into one. An outgoing event is a row written in the business
 * transaction and relayed to Kafka afterwards; an incoming event is applied in the same transaction
 * as the row that remembers it. The README beside the module tells the flow and names the test of
 * each invariant.
 *
 * <p>Invariants: events of one key (the channel) carry the sequence 1, 2, 3 … without a gap, taken
 * under the key's row lock, and reach Kafka in that order however many relays run; nothing is
 * marked as sent before Kafka has acknowledged it with {@code acks=all}; an event at or below the
 * sequence already applied for its source and key changes nothing; an event that cannot be applied
 * goes to the dead-letter topic with its reason and the sequence goes on; what was skipped is told
 * in the progress until it is applied after all or forgiven; an outage is waited out, and nothing
 * is dead-lettered for it.
 */
@NullMarked
package dev.countinghouse.outbox;

import org.jspecify.annotations.NullMarked;
