/**
 * The data of the events that the services' outboxes carry; the CloudEvents type stands in each
 * record's {@code TYPE}.
 */
@NullMarked
package dev.countinghouse.contracts.event;

import org.jspecify.annotations.NullMarked;
