/**
 * Real PostgreSQL, Kafka and Redis from Maven artifacts, and the suite on top of them.
 *
 * <p>{@link dev.countinghouse.localstack.Infrastructure} starts the three servers in parallel;
 * {@link dev.countinghouse.localstack.SharedStack} shares one set of them among the test JVMs of a
 * run; {@link dev.countinghouse.localstack.Suite} starts the five services beside them.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Nothing outlives its starter: every child is on a {@link
 *       dev.countinghouse.localstack.Leash}, which ends it when the starter is gone, however the
 *       starter went.
 *   <li>A taken port is never an error: another one is picked and named.
 *   <li>A data directory opened again holds what it held, also after a crash.
 *   <li>Test runs leave no directory behind: the next run sweeps what a killed one left.
 * </ul>
 */
@NullMarked
package dev.countinghouse.localstack;

import org.jspecify.annotations.NullMarked;
