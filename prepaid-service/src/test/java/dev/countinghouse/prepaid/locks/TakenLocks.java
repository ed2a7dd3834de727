package dev.countinghouse.prepaid.locks;

import dev.countinghouse.prepaid.locks.LockingStatement.How;
import dev.countinghouse.prepaid.locks.LockingStatement.Touched;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The locks of one transaction, in the order in which it took them, held against the order. */
final class TakenLocks {

  private final List<Row> held = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /** Due work that is written with nothing of its own locked: only if nothing else is. */
  private Optional<Row> alone = Optional.empty();

  /**
   * A locked row.
   *
   * @param isNew inserted here, so that nobody else waits for it
   * @param by who took it
   */
  record Row(String table, String id, boolean isNew, String by) {
    @Override
    public String toString() {
      return (table.equals("due_work") ? table + " " + id : table) + " (" + by + ")";
    }
  }

  /** A statement has touched rows of a table. */
  void take(Touched touched, Collection<String> ids, String by) {
    for (String id : ids) {
      take(new Row(touched.table(), id, isNew(touched), by));
    }
  }

  private static boolean isNew(Touched touched) {
    return touched.how() == How.INSERTED
        || (touched.how() == How.INSERTED_IF_NEW && LockOrder.PLACED.contains(touched.table()));
  }

  private void take(Row row) {
    if (row.table().equals("due_work")) {
      takeDueWork(row);
    } else if (LockOrder.GATES.contains(row.table())) {
      takeGate(row);
    } else if (LockOrder.GUARDED.containsKey(row.table())) {
      takeGuarded(row, LockOrder.GUARDED.get(row.table()));
    } else if (!LockOrder.SHARED.contains(row.table())) {
      faults.add(row + " has no place in LockOrder");
    }
  }

  private void takeGate(Row row) {
    if (held.stream().anyMatch(has -> isSame(has, row))) {
      return;
    }
    if (!row.isNew()) {
      held.stream()
          .filter(has -> !has.isNew() && LockOrder.isBehind(has.table(), row.table()))
          .max(Comparator.comparing(has -> LockOrder.GATES.indexOf(has.table())))
          .ifPresent(has -> faults.add(row + " is taken after " + has));
      held.stream()
          .filter(has -> !has.isNew() && has.table().equals(row.table()))
          .findFirst()
          .ifPresent(has -> checkSeveral(has, row));
    }
    hold(row);
  }

  private void checkSeveral(Row has, Row row) {
    String gate = LockOrder.SEVERAL.get(row.table());
    if (gate == null || !holds(gate)) {
      faults.add(row + " is taken beside " + has);
    }
  }

  private void takeGuarded(Row row, Set<String> gates) {
    if (gates.stream().noneMatch(this::holds)) {
      faults.add(row + " is taken without " + gates);
    }
  }

  private void takeDueWork(Row row) {
    String kind = row.id();
    String gate = LockOrder.DUE_WORK.get(kind);
    if (gate == null) {
      faults.add(row + " is of a kind that has no place in LockOrder");
    } else if (!holds(gate)) {
      alone = Optional.of(row);
      held.stream().findFirst().ifPresent(has -> faults.add(besides(row, gate, has)));
    }
  }

  private static String besides(Row work, String gate, Row other) {
    return work + " is taken without " + gate + ", and so by itself, beside " + other;
  }

  private void hold(Row row) {
    alone.ifPresent(work -> faults.add(besides(work, LockOrder.DUE_WORK.get(work.id()), row)));
    held.add(row);
  }

  private static boolean isSame(Row one, Row other) {
    return one.table().equals(other.table()) && one.id().equals(other.id());
  }

  private boolean holds(String table) {
    return held.stream().anyMatch(row -> row.table().equals(table));
  }

  /** What is against the order. */
  List<String> faults() {
    return List.copyOf(faults);
  }
}
