/**
 * What all figures for people share: the days they are asked for by, and whether they include
 * everything that was accepted before.
 */
@NullMarked
package dev.countinghouse.metering.figure;

import org.jspecify.annotations.NullMarked;
