package dev.countinghouse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.localstack.RepositoryRoot;
import dev.countinghouse.localstack.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The command {@code bin/check-ledger} against the suite that all tests of this module use. */
class LedgerCheckTest {

  private static final int BOUND_SECONDS = 60;

  private final Suite suite = RunningSuite.suite();

  @Test
  @DisplayName("PU-1 bin/check-ledger adds up all channels: the journal sums to zero, none differs")
  void agrees() throws IOException, InterruptedException {
    Trials.onTrial(RunningSuite.gateway("ledger-check").asOwner(), "checked");

    Said said = check(suite.token("operator-ledger-check", "OPERATOR"));

    assertThat(said.text())
        .contains("the whole journal sums to 0 PU")
        .containsPattern("(?m)^[1-9]\\d* channels with points, 0 differ$");
    assertThat(said.status()).isZero();
  }

  @Test
  @DisplayName("SYS-3 bin/check-ledger says so when it may not ask")
  void refused() throws IOException, InterruptedException {
    Said said = check(suite.token("owner-ledger-check"));

    assertThat(said.text()).contains("bin/check-ledger: ").contains("answers 403");
    assertThat(said.status()).isEqualTo(2);
  }

  private Said check(String token) throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(RepositoryRoot.find().resolve("bin/check-ledger").toString());
    command.environment().put("COUNTINGHOUSE_GATEWAY", suite.gateway().toString());
    command.environment().put("COUNTINGHOUSE_OPERATOR_TOKEN", token);
    Process process = command.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)).as(text).isTrue();
    return new Said(process.exitValue(), text);
  }

  /**
   * What a run of it came to.
   *
   * @param text what it wrote
   */
  private record Said(int status, String text) {}
}
