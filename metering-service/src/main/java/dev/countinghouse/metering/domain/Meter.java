package dev.countinghouse.metering.domain;

import java.util.Arrays;
import java.util.Optional;

/** What is counted piece by piece, named as items of price books name it. */
public enum Meter {
  WORKFLOW_ACTIONS("workflow-actions"),
  MARKETING_MESSAGES("marketing-messages");

  private final String id;

  Meter(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  public static Optional<Meter> find(String id) {
    return Arrays.stream(values()).filter(meter -> meter.id.equals(id)).findFirst();
  }
}
