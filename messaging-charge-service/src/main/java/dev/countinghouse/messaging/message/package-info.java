/**
 * Messages: quoted, sent, settled, listed.
 *
 * <p>The flow: a message is recorded as pending; its price is held at prepaid under the message's
 * id; it is handed to the carrier and marked as sent; the delivery report, or 72 hours without one,
 * settles it, which prepaid learns by {@code message.settled}.
 *
 * <p>Invariants: every step may be repeated with the same id and changes nothing the second time;
 * nothing is sent that is not held; a message is settled exactly once (MSG-6); neither the number
 * nor the text is stored (MSG-9).
 */
@NullMarked
package dev.countinghouse.messaging.message;

import org.jspecify.annotations.NullMarked;
