/**
 * The end of a billing period as prepaid usage sees it, asked for by subscription-service: gauges
 * draw once (PRE-6), and what is postpaid becomes lines of the invoice (SUB-1a, PRE-9).
 *
 * <p>Invariants: a period is closed once, and asked again the answer is the same; a unit stands on
 * one invoice at most; usage that comes after its period was closed stands on the next invoice, and
 * no invoice is restated.
 */
@NullMarked
package dev.countinghouse.prepaid.closing;

import org.jspecify.annotations.NullMarked;
