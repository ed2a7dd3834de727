package dev.countinghouse.prepaid.reservation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH …/reservations/{r}}; what is absent stays as it is (PRE-13). */
public record ReservationChange(@Nullable BigDecimal monthlyQuantity, @Nullable Boolean renew) {}
