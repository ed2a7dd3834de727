package dev.countinghouse.messaging.message;

import dev.countinghouse.contracts.internal.HoldAnswer;

/** What became of a request to send. */
public sealed interface Sent {

  /** It is under way, or its fate is known already. */
  record Message(MessageView view) implements Sent {}

  /** It has no price; nothing was held or recorded. */
  record NotPriced(Quote quote) implements Sent {}

  /** Its points could not be held; it is in the log as refused (MSG-8, MSG-9). */
  record NotHeld(HoldAnswer answer) implements Sent {}
}
