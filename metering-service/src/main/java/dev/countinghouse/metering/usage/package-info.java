/**
 * How much of a meter a channel used, by local day or month.
 *
 * <p>Invariant: the figures are those that were told to the other services as {@code
 * usage.counted}: both are written in the transaction that counts an event.
 */
@NullMarked
package dev.countinghouse.metering.usage;

import org.jspecify.annotations.NullMarked;
