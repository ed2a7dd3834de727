/**
 * Subscription-service: channels, price books, trials, subscriptions, invoices, payments, notices.
 * One package a feature; {@code domain} is pure.
 */
@NullMarked
package dev.countinghouse.subscription;

import org.jspecify.annotations.NullMarked;
