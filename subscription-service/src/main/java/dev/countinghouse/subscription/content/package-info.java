/**
 * Requests and answers kept as JSON: what a repeat is compared with, and what a resumption reads.
 */
@NullMarked
package dev.countinghouse.subscription.content;

import org.jspecify.annotations.NullMarked;
