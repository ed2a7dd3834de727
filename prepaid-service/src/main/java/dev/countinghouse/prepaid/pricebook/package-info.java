/**
 * Copies of the price books that channels are on (BOOK-1). A published version never changes, so a
 * version is fetched from subscription-service once and kept: in the database for the service, in
 * memory for the pod.
 *
 * <p>Invariants: no price stands in code; a version that was read once is the same for ever.
 */
@NullMarked
package dev.countinghouse.prepaid.pricebook;

import org.jspecify.annotations.NullMarked;
