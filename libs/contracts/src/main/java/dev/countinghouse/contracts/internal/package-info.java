/**
 * Questions that one service asks another below {@code /internal}, and their answers. Asked again,
 * the answer is the same.
 */
@NullMarked
package dev.countinghouse.contracts.internal;

import org.jspecify.annotations.NullMarked;
