package dev.countinghouse.subscription.payment;

import java.util.Arrays;
import java.util.Optional;

/** The tokens of the sandbox provider, and how their cards behave. */
enum SandboxToken {
  OK("pm_card_ok", Long.MAX_VALUE, false),
  DECLINED("pm_card_declined", 0, false),
  DECLINED_AFTER_1("pm_card_declined_after_1", 1, false),
  /** The money is taken, the answer to the first question is lost. */
  TIMEOUT("pm_card_timeout", Long.MAX_VALUE, true);

  private final String token;
  private final long most;
  private final boolean losesTheAnswer;

  SandboxToken(String token, long most, boolean losesTheAnswer) {
    this.token = token;
    this.most = most;
    this.losesTheAnswer = losesTheAnswer;
  }

  static Optional<SandboxToken> find(String token) {
    return Arrays.stream(values()).filter(known -> known.token.equals(token)).findFirst();
  }

  /** Whether a card that has paid that often pays once more. */
  boolean takes(long succeededBefore) {
    return succeededBefore < most;
  }

  boolean losesTheAnswer() {
    return losesTheAnswer;
  }
}
