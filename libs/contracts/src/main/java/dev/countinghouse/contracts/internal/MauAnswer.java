package dev.countinghouse.contracts.internal;

import java.time.LocalDate;

/** {@code GET /internal/channels/{c}/mau?on=} of metering: MAU of that local day (MAU-2). */
public record MauAnswer(LocalDate on, long mau) {}
