/** Tests over HTTP, on the real PostgreSQL and Kafka of the local stack. */
@org.jspecify.annotations.NullUnmarked
package dev.countinghouse.subscription;
