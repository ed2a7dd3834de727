package dev.countinghouse.prepaid.locks;

import java.util.List;

/** Who asks: the first method of the suite on the stack that is not this package's. */
final class Callers {

  private static final String SUITE = "dev.countinghouse.";
  private static final String THIS = SUITE + "prepaid.locks.W";
  private static final String TRANSACTION = SUITE + "transaction.";

  private static final List<String> TESTS =
      List.of("Test.", "HeldRows$", "ManyLots.", "ProofScene.");

  private Callers() {}

  static String present() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> isOfTheSuite(frame.getClassName()))
                    .map(Callers::name)
                    .findFirst()
                    .orElse("somebody"));
  }

  /** Whether that is a test, or one of those by which tests write to tables themselves. */
  static boolean isTest(String caller) {
    return TESTS.stream().anyMatch(caller::contains);
  }

  private static boolean isOfTheSuite(String type) {
    return type.startsWith(SUITE)
        && !type.startsWith(THIS)
        && !type.startsWith(Callers.class.getName())
        && !type.startsWith(TRANSACTION)
        && !type.contains("_");
  }

  /** As {@code Lots.findForUpdate}; of a lambda the method that it stands in. */
  private static String name(StackWalker.StackFrame frame) {
    String type = frame.getClassName();
    String method = frame.getMethodName();
    return type.substring(type.lastIndexOf('.') + 1)
        + "."
        + (method.startsWith("lambda$") ? method.split("\\$")[1] : method);
  }
}
