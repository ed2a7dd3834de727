/**
 * What an order would cost (PRE-8): a quote changes nothing, and a purchase at the same prices
 * charges exactly what it says.
 */
@NullMarked
package dev.countinghouse.prepaid.quote;

import org.jspecify.annotations.NullMarked;
