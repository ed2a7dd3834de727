package dev.countinghouse.prepaid.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** Fails the test during which locks were taken in another order than ADR 0010 says. */
public final class FailOnDisorder implements QuarkusTestAfterEachCallback {

  @Override
  public void afterEach(QuarkusTestMethodContext context) {
    assertThat(LockWatch.takeFaults())
        .as("locks that are taken in another order than %s (ADR 0010)", LockOrder.inWords())
        .isEmpty();
  }
}
