/**
 * Lists a page at a time: opens a cursor into a position, and seals the last item's position again.
 */
@NullMarked
package dev.countinghouse.subscription.paging;

import org.jspecify.annotations.NullMarked;
