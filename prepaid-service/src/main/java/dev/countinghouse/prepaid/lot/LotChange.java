package dev.countinghouse.prepaid.lot;

import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH …/lots/{l}} (PRE-14). */
public record LotChange(@Nullable Boolean renew) {}
