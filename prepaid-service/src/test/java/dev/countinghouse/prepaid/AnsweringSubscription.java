package dev.countinghouse.prepaid;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** Tests with a subscription-service that answers: {@link ScriptedAnswers} says what. */
public final class AnsweringSubscription implements QuarkusTestProfile {

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(StubSubscription.class));
  }
}
