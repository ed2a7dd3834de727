package dev.countinghouse.clock;

import io.smallrye.mutiny.Uni;

/**
 * Does due work of one kind; a CDI bean ({@code @ApplicationScoped}). It opens its own transactions
 * and may call other services between them. It may run more than once for an item (a pod died
 * half-way), so every step is idempotent by the item's id. When the returned Uni completes the item
 * is removed, if {@link DueWork#finish} has not already; on failure it is tried again later with
 * backoff.
 */
public interface DueWorkHandler {

  String kind();

  Uni<Void> run(DueItem item);
}
