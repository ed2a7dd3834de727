/**
 * What holds in every service, as tests that a service inherits: a class of its tests extends
 * {@link dev.countinghouse.houserules.Architecture} and one {@link
 * dev.countinghouse.houserules.ProblemCatalog}. Used in test scope only.
 */
@NullMarked
package dev.countinghouse.houserules;

import org.jspecify.annotations.NullMarked;
