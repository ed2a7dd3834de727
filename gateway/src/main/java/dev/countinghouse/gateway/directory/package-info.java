/**
 * What subscription knows of callers: the channels a subject is a member of and the API keys.
 * Answers are kept in the pod for a few seconds, and longer when subscription cannot be asked, so
 * that an outage of subscription does not stop the calls to the other services.
 *
 * <p>Invariants: every cache is bounded; a failed question is never kept; a channel that the kept
 * answer lacks is asked for once more before the caller is refused, as often as the settings allow.
 */
@NullMarked
package dev.countinghouse.gateway.directory;

import org.jspecify.annotations.NullMarked;
