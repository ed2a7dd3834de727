/**
 * One open database transaction, and the way to open one.
 *
 * <p>The libraries (outbox, inbox, idempotency, clocks) write their rows in the business
 * transaction, whoever opened it: a service that works with Hibernate Reactive opens a session, one
 * with hot or bulk paths a connection of the reactive PostgreSQL client. Both are a {@link
 * dev.countinghouse.transaction.Transaction}.
 *
 * <p>Invariants: a transaction is one sequential chain on one Vert.x context; nothing but SQL
 * happens inside it; a failure rolls it back and is never retried inside it.
 */
@NullMarked
package dev.countinghouse.transaction;

import org.jspecify.annotations.NullMarked;
