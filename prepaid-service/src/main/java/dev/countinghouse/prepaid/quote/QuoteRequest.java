package dev.countinghouse.prepaid.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST …/prepaid/quotes}. */
public record QuoteRequest(@Nullable List<LineRequest> lines) {}
