package dev.countinghouse.prepaid.pu;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** Tells a decision that failed for what it was about from one that found no database. */
final class DecisionFailures {

  /** Classes of SQLSTATE that say nothing of the statement: connection, resources, operator. */
  private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

  private DecisionFailures() {}

  /** Whether another decision could well succeed now. */
  static boolean isOfContent(Throwable failure) {
    return failure instanceof PgException refused
        ? !OUTAGES.contains(refused.getSqlState().substring(0, 2))
        : failure instanceof ArithmeticException
            || failure instanceof IllegalArgumentException
            || failure instanceof IllegalStateException;
  }
}
