/**
 * What tests of Quarkus modules use of the local stack.
 *
 * <p>{@link dev.countinghouse.localstack.testing.StackTestResource} gives a test application a
 * database of its own on the shared PostgreSQL and a place of its own on the shared Kafka and
 * Redis:
 *
 * <ul>
 *   <li><b>PostgreSQL</b>: an empty database, dropped when the application stops.
 *   <li><b>Kafka</b>: topics are shared, for their names are constants; the consumer group is not.
 *       {@code mp.messaging.connector.smallrye-kafka.group.id} and {@code
 *       countinghouse.consumer-group} name a new group whose committed offsets are the ends of all
 *       topics at the moment the resource starts. So a test application sees every record from its
 *       own start on, without a race, and none of earlier tests. A channel that sets its own {@code
 *       group.id} must take it from {@code countinghouse.consumer-group}. Records of tests that run
 *       at the same time in another JVM are seen: channel ids are random, so assert on your own.
 *   <li><b>Redis</b>: a numbered database of its own.
 * </ul>
 *
 * <p>A plain JUnit test uses {@link dev.countinghouse.localstack.SharedStack#obtain()}.
 */
@NullMarked
package dev.countinghouse.localstack.testing;

import org.jspecify.annotations.NullMarked;
