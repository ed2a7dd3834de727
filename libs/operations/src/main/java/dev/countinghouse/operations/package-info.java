/**
 * How a service shows itself to those who run it: defaults for health, metrics, traces, logs and
 * shutdown in {@code META-INF/microprofile-config.properties}, and what every log line says of the
 * request it belongs to.
 *
 * <p>Invariants: a log line written while a channel's request is served carries the channel's id;
 * nothing that a caller chose freely gets into a log line's fields.
 */
@NullMarked
package dev.countinghouse.operations;

import org.jspecify.annotations.NullMarked;
