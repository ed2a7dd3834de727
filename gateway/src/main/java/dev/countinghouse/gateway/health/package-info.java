/**
 * How the gateway is. It is ready as soon as it runs: neither Redis nor a single service is a
 * reason to send callers elsewhere, because another pod would see the same, but both are reported.
 */
@NullMarked
package dev.countinghouse.gateway.health;

import org.jspecify.annotations.NullMarked;
