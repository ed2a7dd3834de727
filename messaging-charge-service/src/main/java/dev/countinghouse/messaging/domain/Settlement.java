package dev.countinghouse.messaging.domain;

/** What a delivery report, or its absence, means for a message (MSG-6). */
public sealed interface Settlement {

  /**
   * The message's fate is decided now.
   *
   * @param captureTenths what is taken of the hold; the rest is released
   */
  record Settled(MessageStatus status, long captureTenths) implements Settlement {}

  /** It was decided before; a late report changes nothing and is logged. */
  record Late(MessageStatus status) implements Settlement {}

  /**
   * Decides.
   *
   * @param current where the message is
   * @param reported a final status
   * @param priceTenths what a delivery costs
   */
  static Settlement decide(MessageStatus current, MessageStatus reported, long priceTenths) {
    if (current.isFinal()) {
      return new Late(current);
    }
    return new Settled(reported, reported == MessageStatus.DELIVERED ? priceTenths : 0);
  }
}
