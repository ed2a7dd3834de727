package dev.countinghouse.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel as the other services know it: the answer of {@code GET /internal/channels/{c}} and the
 * data of {@code channel.created}.
 *
 * @param id {@code ch_…}
 * @param timeZone IANA id (TIME-1); never changes
 * @param currency ISO 4217
 * @param country ISO 3166-1 alpha-2
 * @param priceBook id of the book the channel is on
 * @param priceBookVersion version of that book (BOOK-1)
 * @param sandbox whether it owns a test clock (TIME-3); never changes
 * @param testClockNow now of that clock; null on a live channel
 */
public record ChannelView(
    String id,
    String timeZone,
    String currency,
    String country,
    String priceBook,
    int priceBookVersion,
    boolean sandbox,
    @Nullable Instant testClockNow) {}
