package dev.countinghouse.prepaid.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Usage beyond the allowance on its way through a channel's lots of an item, a page of them after
 * another in their draw order (PRE-4, PRE-6). A lot gives to all of the usage before the next lot
 * is asked, which is the same as asking all lots for one piece of it after another: what a lot
 * gives does not depend on those behind it.
 *
 * @param rest what no lot asked so far had room for, where it stands in its period's total
 * @param before by id, the lots that are remembered of those asked, as they were
 * @param after the same as they are now
 * @param last by day, the last lot asked that is valid then
 */
public record Coverage(
    List<UncoveredUse> rest,
    Map<String, LotAccount> before,
    Map<String, LotAccount> after,
    Map<LocalDate, String> last) {

  public Coverage {
    rest = List.copyOf(rest);
    before = Map.copyOf(before);
    after = Map.copyOf(after);
    last = Map.copyOf(last);
  }

  /** No lot is asked yet. */
  static Coverage of(List<UncoveredUse> beyond) {
    return new Coverage(beyond, Map.of(), Map.of(), Map.of());
  }

  /** Asks the next lots in their draw order. */
  Coverage by(List<LotAccount> page) {
    List<LotAccount> drawn = page;
    List<UncoveredUse> left = new ArrayList<>();
    for (UncoveredUse use : rest) {
      Draw draw = Draw.of(drawn, use.day(), use.halves());
      drawn = draw.after();
      use.lastHalves(draw.postpaidHalves()).ifPresent(part -> UncoveredUse.append(left, part));
    }
    return remembering(page, drawn, left);
  }

  /** Keeps the lots that gave something, and those that may have to remember what is left. */
  private Coverage remembering(
      List<LotAccount> page, List<LotAccount> drawn, List<UncoveredUse> left) {
    Map<LocalDate, String> lastNow = new HashMap<>(last);
    left.stream().map(UncoveredUse::day).distinct().forEach(day -> note(lastNow, drawn, day));
    Map<String, LotAccount> was = new LinkedHashMap<>(before);
    Map<String, LotAccount> is = new LinkedHashMap<>(after);
    Set<String> unneeded = new HashSet<>(last.values());
    page.forEach(lot -> unneeded.add(lot.id()));
    lastNow.values().forEach(unneeded::remove);
    was.putAll(byId(page));
    is.putAll(byId(drawn));
    unneeded.removeIf(id -> !Objects.equals(was.get(id), is.get(id)));
    unneeded.forEach(was::remove);
    unneeded.forEach(is::remove);
    return new Coverage(left, was, is, lastNow);
  }

  private static void note(Map<LocalDate, String> last, List<LotAccount> lots, LocalDate day) {
    lots.stream()
        .filter(lot -> lot.lot().term().isValidOn(day))
        .forEach(lot -> last.put(day, lot.id()));
  }

  private static Map<String, LotAccount> byId(Collection<LotAccount> lots) {
    Map<String, LotAccount> byId = new HashMap<>();
    lots.forEach(lot -> byId.put(lot.id(), lot));
    return byId;
  }

  /** Every lot was asked: what is left is remembered with the last that was valid on its day. */
  Coverage leaveRest() {
    Map<String, LotAccount> remembering = new LinkedHashMap<>(after);
    for (UncoveredUse use : rest) {
      String id = last.get(use.day());
      if (id != null) {
        remembering.computeIfPresent(id, (of, lot) -> lot.remember(use, use.halves()));
      }
    }
    return new Coverage(rest, before, remembering, last);
  }
}
