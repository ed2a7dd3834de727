/**
 * Purchases at once, of lots and of points (PRE-8, PRE-10 to PRE-12, PRE-17, PRE-18); a top-up is a
 * purchase of points alone. What a purchase comes to is an order, and {@code GET …/purchases/{p}}
 * shows every order of the channel.
 *
 * <p>Invariants: a purchase charges exactly what a quote of the same instant says; a refusal stores
 * nothing; a payment without an answer is {@code pending}, and ends once.
 */
@NullMarked
package dev.countinghouse.prepaid.purchase;

import org.jspecify.annotations.NullMarked;
