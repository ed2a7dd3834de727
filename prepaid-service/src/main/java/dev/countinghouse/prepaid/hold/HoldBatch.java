package dev.countinghouse.prepaid.hold;

import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.http.Problem;
import java.util.List;

/** What one call with holds may look like (SYS-5). */
final class HoldBatch {

  static final int MOST = 1_000;
  static final int LONGEST_ID = 100;
  static final int LONGEST_REASON = 200;

  private HoldBatch() {}

  /** The problem with the requests; it blames no field when they are in order. */
  static Problem check(List<HoldRequest> requests) {
    Problem problem = Problem.of(400, "body.invalid", "A hold breaks a rule of this call.");
    if (requests.isEmpty() || requests.size() > MOST) {
      return problem.blaming("holds", "1 to 1000 holds");
    }
    for (int place = 0; place < requests.size(); place++) {
      problem = check(problem, "holds[" + place + "].", requests.get(place));
    }
    return problem;
  }

  private static Problem check(Problem problem, String path, HoldRequest hold) {
    Problem found = problem;
    if (!isId(hold.id())) {
      found = found.blaming(path + "id", "1 to 100 characters");
    }
    if (!isText(hold.reason(), LONGEST_REASON)) {
      found = found.blaming(path + "reason", "1 to 200 characters");
    }
    if (!isText(hold.channel(), LONGEST_ID)) {
      found = found.blaming(path + "channel", "the id of a channel");
    }
    return hold.tenths() > 0 ? found : found.blaming(path + "tenths", "a whole number above 0");
  }

  /** Whether a hold can have that id. */
  static boolean isId(String id) {
    return isText(id, LONGEST_ID);
  }

  @SuppressWarnings("ConstantValue") // JSON may lack a field that the record says is there
  private static boolean isText(String text, int longest) {
    return text != null && !text.isBlank() && text.length() <= longest && text.indexOf('\0') < 0;
  }
}
