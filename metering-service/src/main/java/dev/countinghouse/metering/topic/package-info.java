/**
 * The topic of usage: what lies on it, who writes it, where it ends, and the dead letters beside
 * it.
 *
 * <p>Only this service writes the topic, and not in Kafka transactions, so that offsets have no
 * holes and "everything before the end" is a number. The record key is the channel id; {@link
 * dev.countinghouse.metering.topic.UsageKey} alone knows which partition that is, so that a channel
 * may later spread over several.
 *
 * <p>Invariants: a send is finished when every in-sync replica has the record ({@code acks=all},
 * idempotent producer); what a record says is checked before it is sent, and again when it is read;
 * a record that cannot be read goes to the dead-letter topic as it is, with the reason as headers.
 */
@NullMarked
package dev.countinghouse.metering.topic;

import org.jspecify.annotations.NullMarked;
