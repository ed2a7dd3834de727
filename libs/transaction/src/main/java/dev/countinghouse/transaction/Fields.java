package dev.countinghouse.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of one row, by position from 0. A getter without {@code OrNull} fails on SQL null. */
public final class Fields {

  private final @Nullable Object[] values;

  Fields(@Nullable Object[] values) {
    this.values = values;
  }

  public @Nullable Object valueOrNull(int position) {
    return values[position];
  }

  public String string(int position) {
    return required(position).toString();
  }

  public @Nullable String stringOrNull(int position) {
    Object value = values[position];
    return value == null ? null : value.toString();
  }

  public long longValue(int position) {
    return ((Number) required(position)).longValue();
  }

  public int intValue(int position) {
    return Math.toIntExact(longValue(position));
  }

  public boolean bool(int position) {
    return (Boolean) required(position);
  }

  public BigDecimal decimal(int position) {
    return new BigDecimal(required(position).toString());
  }

  public UUID uuid(int position) {
    return (UUID) required(position);
  }

  public LocalDate date(int position) {
    return (LocalDate) required(position);
  }

  /** A {@code timestamptz}. */
  public Instant instant(int position) {
    return ((OffsetDateTime) required(position)).toInstant();
  }

  /** A {@code timestamptz}, or null. */
  public @Nullable Instant instantOrNull(int position) {
    Object value = values[position];
    return value == null ? null : ((OffsetDateTime) value).toInstant();
  }

  private Object required(int position) {
    return Objects.requireNonNull(values[position], () -> "field " + position + " is null");
  }
}
