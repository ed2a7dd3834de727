package dev.countinghouse.subscription.domain;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a plan or an add-on allows (SUB-5).
 *
 * @param chatHistory how far back conversations are shown
 * @param eventHistory how far back a user's events are shown
 * @param features names of functions
 */
public record Grants(History chatHistory, History eventHistory, List<String> features) {

  public Grants {
    features = List.copyOf(features);
  }

  /**
   * How many days of history are shown.
   *
   * @param days empty when without limit
   */
  public record History(OptionalInt days) {
    public static final History NONE = new History(OptionalInt.of(0));
    public static final History UNLIMITED = new History(OptionalInt.empty());

    public static History of(int days) {
      return new History(OptionalInt.of(days));
    }
  }
}
