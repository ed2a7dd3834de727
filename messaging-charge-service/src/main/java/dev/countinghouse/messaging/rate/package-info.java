/**
 * The rate card of a channel. The card's book comes from subscription-service as data (BOOK-1). A
 * channel is pinned to the version it first used and a version never changes, so a card is kept in
 * memory once it was read.
 */
@NullMarked
package dev.countinghouse.messaging.rate;

import org.jspecify.annotations.NullMarked;
