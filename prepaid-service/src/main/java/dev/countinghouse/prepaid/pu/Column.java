package dev.countinghouse.prepaid.pu;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of rows to write, as it grows. */
final class Column<T> {

  private final List<@Nullable T> values = new ArrayList<>();

  void add(@Nullable T value) {
    values.add(value);
  }

  int size() {
    return values.size();
  }

  @Nullable String[] texts() {
    return values.toArray(String[]::new);
  }

  @Nullable Long[] longs() {
    return values.toArray(Long[]::new);
  }

  @Nullable OffsetDateTime[] times() {
    return values.toArray(OffsetDateTime[]::new);
  }
}
