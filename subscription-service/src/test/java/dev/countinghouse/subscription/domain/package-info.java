/** The rules, one by one, without a framework. */
@org.jspecify.annotations.NullUnmarked
package dev.countinghouse.subscription.domain;
