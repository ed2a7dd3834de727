package dev.countinghouse.prepaid.locks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tables a statement locks rows of, read from its SQL. One that skips what is locked waits
 * for nobody (ADR 0013) and counts for nothing.
 */
final class LockingStatement {

  private static final Pattern INSERT = Pattern.compile("insert into (\\w+)");
  private static final Pattern UPDATE =
      Pattern.compile("(?<!do )(?<!for )\\bupdate (\\w+)(?: as)?(?: \\w+)? set ");
  private static final Pattern DELETE = Pattern.compile("delete from (\\w+)");
  private static final Pattern FOR_UPDATE =
      Pattern.compile("for (?:no key )?update(?: of (\\w+))?");
  private static final Pattern FROM = Pattern.compile("from (\\w+)");

  private static final Map<String, List<Touched>> KNOWN = new ConcurrentHashMap<>();

  private LockingStatement() {}

  /** What happens to rows of a table. */
  enum How {
    /** They are new, and nobody else can see them. */
    INSERTED,
    /** They are new, or left as they were. */
    INSERTED_IF_NEW,
    /** They are locked, whether new, changed, or left as they were. */
    UPSERTED,
    CHANGED,
    /** Locked, and returned. */
    SELECTED
  }

  /** Rows of one table. */
  record Touched(String table, How how) {}

  /** Locks of the order first, for what stands behind one may be written by the same statement. */
  static List<Touched> of(String sql) {
    return KNOWN.computeIfAbsent(sql, LockingStatement::read);
  }

  private static List<Touched> read(String sql) {
    String text = sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ") + " ";
    if (text.contains("skip locked")) {
      return List.of();
    }
    List<Touched> touched = new ArrayList<>();
    inserted(text, touched);
    UPDATE.matcher(text).results().forEach(m -> touched.add(new Touched(m.group(1), How.CHANGED)));
    DELETE.matcher(text).results().forEach(m -> touched.add(new Touched(m.group(1), How.CHANGED)));
    FOR_UPDATE
        .matcher(text)
        .results()
        .forEach(
            m ->
                touched.add(
                    new Touched(locked(text.substring(0, m.start()), m.group(1)), How.SELECTED)));
    return touched.stream()
        .sorted(Comparator.comparing((Touched of) -> !LockOrder.GATES.contains(of.table())))
        .toList();
  }

  private static void inserted(String text, List<Touched> touched) {
    Matcher insert = INSERT.matcher(text);
    while (insert.find()) {
      int next = text.indexOf("insert into", insert.end());
      String rest = text.substring(insert.end(), next < 0 ? text.length() : next);
      touched.add(new Touched(insert.group(1), how(rest)));
    }
  }

  private static How how(String rest) {
    if (!rest.contains(" on conflict ")) {
      return How.INSERTED;
    }
    return rest.contains("do update") ? How.UPSERTED : How.INSERTED_IF_NEW;
  }

  /** The table that is selected from, by its alias where the lock names one. */
  private static String locked(String before, String alias) {
    if (alias != null) {
      Matcher named = Pattern.compile("from (\\w+)(?: as)? " + alias + "\\b").matcher(before);
      return named.find() ? named.group(1) : alias;
    }
    String last = "";
    Matcher from = FROM.matcher(before);
    while (from.find()) {
      last = from.group(1);
    }
    return last;
  }
}
