/**
 * What a channel is on, as far as prepaid usage cares: Free, on trial or paid, and its price book
 * (PRE-12). Subscription-service's events tell it; a channel that is not known yet is asked for.
 *
 * <p>Invariants: what is stored is what the event of the latest instant said, in whatever order
 * they are applied: one that was skipped and is applied after a later one changes nothing; nothing
 * here decides what a channel is on.
 */
@NullMarked
package dev.countinghouse.prepaid.plan;

import org.jspecify.annotations.NullMarked;
