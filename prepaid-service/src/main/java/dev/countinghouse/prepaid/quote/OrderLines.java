package dev.countinghouse.prepaid.quote;

import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.domain.OrderLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of an order out of a request (SYS-5). */
public final class OrderLines {

  /** Lines of one order. */
  public static final int MOST = 50;

  private OrderLines() {}

  /**
   * Reads them.
   *
   * @throws ProblemException 400 naming every field that is missing
   */
  public static List<OrderLine> read(@Nullable List<LineRequest> lines) {
    Problem problem = invalid();
    if (lines == null || lines.isEmpty() || lines.size() > MOST) {
      throw new ProblemException(problem.blaming("lines", "1 to " + MOST + " lines"));
    }
    for (int line = 0; line < lines.size(); line++) {
      problem = check(problem, "lines[" + line + "].", lines.get(line));
    }
    refuse(problem);
    return lines.stream().map(LineRequest::toLine).toList();
  }

  /**
   * Reads the only one, of a request that has no lines.
   *
   * @throws ProblemException as {@link #read(List)}
   */
  static OrderLine read(LineRequest line) {
    refuse(check(invalid(), "", line));
    return line.toLine();
  }

  static Problem invalid() {
    return Problem.of(400, "body.invalid", "The order breaks a rule of this call.");
  }

  private static void refuse(Problem problem) {
    if (!problem.errors().isEmpty()) {
      throw new ProblemException(problem);
    }
  }

  private static Problem check(Problem problem, String path, @Nullable LineRequest line) {
    Problem found = problem;
    if (line == null || line.item() == null || line.item().isBlank()) {
      found = found.blaming(path + "item", "the id of an item of the price book");
    }
    if (line == null || line.monthlyQuantity() == null) {
      found = found.blaming(path + "monthlyQuantity", "a whole number");
    }
    return found;
  }
}
