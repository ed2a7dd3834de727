/** Test clocks over HTTP. */
@org.jspecify.annotations.NullUnmarked
package dev.countinghouse.subscription.testclock;
