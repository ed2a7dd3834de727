package dev.countinghouse.prepaid.hold;

import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.contracts.internal.NewHold;
import dev.countinghouse.contracts.internal.SettlementRequest;
import dev.countinghouse.http.Problem;
import java.util.List;

/** What calls with holds may look like (SYS-5); a problem that blames no field is none. */
final class HoldBatch {

  static final int MOST = 1_000;
  static final int LONGEST_ID = 100;
  static final int LONGEST_REASON = 200;

  private HoldBatch() {}

  static Problem check(List<HoldRequest> requests) {
    Problem problem = size("holds", requests);
    for (int place = 0; place < requests.size() && requests.size() <= MOST; place++) {
      HoldRequest hold = requests.get(place);
      String path = "holds[" + place + "].";
      problem = names(problem, path, hold.id(), hold.channel());
      problem = content(problem, path, hold.tenths(), hold.reason());
    }
    return problem;
  }

  static Problem check(NewHold hold) {
    return content(problem(), "", hold.tenths(), hold.reason());
  }

  static Problem checkEnds(List<SettlementRequest> requests) {
    Problem problem = size("settlements", requests);
    for (int place = 0; place < requests.size() && requests.size() <= MOST; place++) {
      SettlementRequest end = requests.get(place);
      String path = "settlements[" + place + "].";
      problem = names(problem, path, end.id(), end.channel());
      if (end.tenths() < 0) {
        problem = problem.blaming(path + "tenths", "a whole number of 0 or more");
      }
    }
    return problem;
  }

  private static Problem problem() {
    return Problem.of(400, "body.invalid", "A hold breaks a rule of this call.");
  }

  private static Problem size(String field, List<?> requests) {
    return requests.isEmpty() || requests.size() > MOST
        ? problem().blaming(field, "1 to 1000 of them")
        : problem();
  }

  private static Problem names(Problem problem, String path, String id, String channel) {
    Problem found = isId(id) ? problem : problem.blaming(path + "id", "1 to 100 characters");
    return isText(channel, LONGEST_ID)
        ? found
        : found.blaming(path + "channel", "the id of a channel");
  }

  private static Problem content(Problem problem, String path, long tenths, String reason) {
    Problem found =
        isText(reason, LONGEST_REASON)
            ? problem
            : problem.blaming(path + "reason", "1 to 200 characters");
    return tenths > 0 ? found : found.blaming(path + "tenths", "a whole number above 0");
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
