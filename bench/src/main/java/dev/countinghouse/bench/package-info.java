/**
 * Benchmarks, each with its floor.
 *
 * <p>A number alone says little on an unknown machine. So every benchmark measures, in the same run
 * and under the same load, the least that the machine can do the same with (its floor), in rounds
 * that alternate: first one, then the other. What counts is the median of the rounds and the ratio.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A benchmark starts and stops its own stack and leaves nothing running.
 *   <li>An answer that is not the expected one ends the benchmark: a refused call is fast, and
 *       counts for nothing.
 *   <li>A report has exactly the keys metric, value, unit, floor, floorName and ratio.
 * </ul>
 */
@NullMarked
package dev.countinghouse.bench;

import org.jspecify.annotations.NullMarked;
