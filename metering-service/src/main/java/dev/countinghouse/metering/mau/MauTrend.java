package dev.countinghouse.metering.mau;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The MAU of every day of a range (MAU-6). */
@RegisterForReflection
public record MauTrend(LocalDate from, LocalDate to, List<Figure> days) {

  private static final String HEADER = "on,mau,new,returning\r\n";

  public MauTrend {
    days = List.copyOf(days);
  }

  /**
   * One day's figure.
   *
   * @param newUsers of the {@code mau} users, those whose first active day ever is among the 31
   * @param returning the rest of them
   */
  @RegisterForReflection
  public record Figure(
      LocalDate on, long mau, @JsonProperty("new") long newUsers, long returning) {}

  /** RFC 4180; dates and numbers need no quotes. */
  String csv() {
    return days.stream().map(MauTrend::line).collect(Collectors.joining("", HEADER, ""));
  }

  private static String line(Figure day) {
    return "%s,%d,%d,%d\r\n".formatted(day.on(), day.mau(), day.newUsers(), day.returning());
  }
}
