/**
 * Copies of the price books that channels are on (BOOK-1). Subscription-service tells of each
 * version when it is published, and it is kept: in the database for the service, in memory for the
 * pod. Only where a channel is faster than that event, or the event is long gone, is the version
 * asked for; it never changes, so once.
 *
 * <p>Invariants: no price stands in code; a version that was read once is the same for ever; a
 * version that was told needs nobody but this service.
 */
@NullMarked
package dev.countinghouse.prepaid.pricebook;

import org.jspecify.annotations.NullMarked;
