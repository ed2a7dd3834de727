/**
 * messaging-charge-service: what a message costs, its hold, its fate and its log. See the packages.
 */
@NullMarked
package dev.countinghouse.messaging;

import org.jspecify.annotations.NullMarked;
