/**
 * What a channel may do now, with the reason (SUB-5, TRI-3); read off the price book by {@code
 * domain}.
 */
@NullMarked
package dev.countinghouse.subscription.entitlement;

import org.jspecify.annotations.NullMarked;
