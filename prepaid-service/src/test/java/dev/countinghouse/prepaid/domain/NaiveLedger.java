package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rule's own words, a tenth of a point at a time: slow, and hard to get wrong. */
public final class NaiveLedger {

  private static final class Tenth {
    final PointLot lot;
    String place = "available";

    Tenth(PointLot lot) {
      this.lot = lot;
    }
  }

  private record Asked(long tenths, Instant at, boolean held) {}

  private final List<Tenth> tenths = new ArrayList<>();
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final Map<String, String> ended = new LinkedHashMap<>();

  public void add(String id, PointLot.Kind kind, long count, Instant expiresAt) {
    PointLot lot = new PointLot(id, kind, count, 0, 0, expiresAt);
    for (long i = 0; i < count; i++) {
      tenths.add(new Tenth(lot));
    }
    tenths.sort(Comparator.comparing(tenth -> tenth.lot, PointLot.DRAW_ORDER));
  }

  public boolean hold(String id, long count, Instant at) {
    pass(at);
    if (!asked.containsKey(id)) {
      boolean enough = count("available") >= count;
      asked.put(id, new Asked(count, at, enough));
      move("available", id, enough ? count : 0);
    }
    return askedFor(id).held();
  }

  public boolean capture(String id, long count, Instant at) {
    pass(at);
    boolean open = asked.containsKey(id) && askedFor(id).held() && !ended.containsKey(id);
    if (!open) {
      return ("captured " + count).equals(ended.get(id));
    }
    if (count > askedFor(id).tenths()) {
      return false;
    }
    move(id, "consumed", count);
    end(id, "captured " + count, at);
    return true;
  }

  public boolean release(String id, Instant at) {
    pass(at);
    if (asked.containsKey(id) && askedFor(id).held() && !ended.containsKey(id)) {
      end(id, "released", at);
    }
    return "released".equals(ended.get(id));
  }

  boolean refund(String lot, Instant at) {
    pass(at);
    List<Tenth> all = tenths.stream().filter(tenth -> tenth.lot.id().equals(lot)).toList();
    boolean whole = all.stream().allMatch(tenth -> tenth.place.equals("available"));
    if (all.isEmpty() || !whole) {
      return false;
    }
    all.forEach(tenth -> tenth.place = "refunded");
    return true;
  }

  /** Time passes: holds of 72 h end, points of lots that ended are gone. */
  void pass(Instant now) {
    for (String id : List.copyOf(asked.keySet())) {
      boolean open = askedFor(id).held() && !ended.containsKey(id);
      if (open && !askedFor(id).at().plusSeconds(72 * 3600).isAfter(now)) {
        end(id, "expired", now);
      }
    }
    expire(now);
  }

  public long count(String place) {
    return tenths.stream().filter(tenth -> tenth.place.equals(place)).count();
  }

  public long held() {
    return tenths.stream().filter(tenth -> asked.containsKey(tenth.place)).count();
  }

  private Asked askedFor(String id) {
    return Objects.requireNonNull(asked.get(id));
  }

  private void end(String id, String how, Instant at) {
    ended.put(id, how);
    move(id, "available", Long.MAX_VALUE);
    expire(at);
  }

  private void expire(Instant now) {
    tenths.stream()
        .filter(tenth -> tenth.place.equals("available") && !tenth.lot.expiresAt().isAfter(now))
        .forEach(tenth -> tenth.place = "expired");
  }

  private void move(String from, String to, long count) {
    tenths.stream()
        .filter(tenth -> tenth.place.equals(from))
        .limit(count)
        .forEach(tenth -> tenth.place = to);
  }
}
