package dev.countinghouse.prepaid.domain;

/**
 * One side of a movement.
 *
 * @param lot whose points they are; with it every lot can be rebuilt from the journal
 * @param deltaTenths in tenths of a PU (MON-3)
 */
public record Entry(Account account, String lot, long deltaTenths) {}
