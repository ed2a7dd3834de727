/** The rules of test clocks, without a service. */
@org.jspecify.annotations.NullUnmarked
package dev.countinghouse.subscription.testclock.domain;
