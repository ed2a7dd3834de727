package dev.countinghouse.metering.topic;

import java.util.UUID;

/**
 * A partition of the usage topic.
 *
 * @param topic the topic's own id, not its name: a topic that is made anew under the same name
 *     counts its offsets from 0 again
 */
public record UsagePartition(UUID topic, int number) {}
