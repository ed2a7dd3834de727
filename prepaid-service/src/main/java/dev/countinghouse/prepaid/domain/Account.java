package dev.countinghouse.prepaid.domain;

/**
 * The accounts of a channel's journal (PU-1). The first two are what the channel has, the others
 * say where points came from or went.
 */
public enum Account {
  AVAILABLE,
  HELD,
  PURCHASED,
  GRANTED,
  CONSUMED,
  EXPIRED,
  REFUNDED,
  ADJUSTED
}
