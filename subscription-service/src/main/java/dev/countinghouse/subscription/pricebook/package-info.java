/**
 * Price books (BOOK-1): published versions, and the default books that ship with the service.
 *
 * <p>Invariants: a published version never changes, the same id and version with other content is
 * refused; what cannot be read as a price book is refused when it is published, so that no invoice
 * can meet a malformed price; every published version is told to the other services once.
 */
@NullMarked
package dev.countinghouse.subscription.pricebook;

import org.jspecify.annotations.NullMarked;
