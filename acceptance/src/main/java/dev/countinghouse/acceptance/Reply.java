package dev.countinghouse.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer.
 *
 * @param call what was asked, for messages
 * @param body the JSON, a missing node when there was none
 */
public record Reply(String call, int status, JsonNode body) {

  /** This reply, if it has that status. */
  public Reply expect(int wanted) {
    if (status != wanted) {
      throw new StepFailed("expected " + wanted + ", got " + this);
    }
    return this;
  }

  /** This reply, if it is a problem with that code. */
  public Reply refused(String code) {
    if (status < 400 || !code.equals(text("code"))) {
      throw new StepFailed("expected a refusal " + code + ", got " + this);
    }
    return this;
  }

  /** A member of the body as text; empty when it is not there. */
  public String text(String name) {
    return body.path(name).asText();
  }

  @Override
  public String toString() {
    return call + " -> " + status + " " + body;
  }
}
