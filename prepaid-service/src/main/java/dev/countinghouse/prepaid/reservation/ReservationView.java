package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.prepaid.domain.ChannelPlan;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reservation as JSON.
 *
 * @param order lines of one order are bought together
 * @param status {@code reserved}, {@code executing}, {@code executed}, {@code failed} or {@code
 *     cancelled}
 * @param executesOn the billing date; null while it is not known
 * @param reason why it failed
 */
@RegisterForReflection
public record ReservationView(
    String id,
    String order,
    String item,
    long monthlyQuantity,
    boolean renew,
    String status,
    LocalDate madeOn,
    @Nullable LocalDate executesOn,
    @Nullable String lot,
    @Nullable String invoice,
    @Nullable String reason) {

  static ReservationView of(Reservation of, @Nullable ChannelPlan plan, ZoneId zone) {
    return new ReservationView(
        of.id(),
        of.order(),
        of.item(),
        of.monthlyQuantity(),
        of.renew(),
        of.status().name().toLowerCase(Locale.ROOT),
        of.madeOn(),
        executesOn(of, plan, zone),
        of.lot(),
        of.invoice(),
        of.reason());
  }

  private static @Nullable LocalDate executesOn(
      Reservation of, @Nullable ChannelPlan plan, ZoneId zone) {
    if (of.executesAt() != null) {
      return of.executesAt().atZone(zone).toLocalDate();
    }
    boolean waits = of.status() == Reservation.Status.RESERVED;
    return waits && plan != null ? plan.executesOn(of.madeOn(), zone) : null;
  }
}
