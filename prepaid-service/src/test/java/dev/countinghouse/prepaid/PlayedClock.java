package dev.countinghouse.prepaid;

import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.contracts.internal.ClockStep;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Moves a sandbox channel's clock as the test clock of subscription-service does. */
@ApplicationScoped
public class PlayedClock {

  private final Tokens tokens;

  PlayedClock(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Sets the clock without running what falls due. */
  public void set(String channel, Instant now) {
    tokens
        .service()
        .body(new ClockStep(now, false))
        .put("/internal/channels/" + channel + "/clock")
        .then()
        .statusCode(204);
  }

  /** Sets the clock and runs what is due. */
  public void advance(String channel, Instant now) {
    set(channel, now);
    runDue(channel, now).body("failure", nullValue());
  }

  /** As {@link #advance}, up to the first piece of work that nobody answers here: a charge. */
  public void advanceToFirstQuestion(String channel, Instant now) {
    set(channel, now);
    runDue(channel, now);
  }

  private ValidatableResponse runDue(String channel, Instant now) {
    return tokens
        .service()
        .body(new ClockStep(now, false))
        .post("/internal/channels/" + channel + "/due-work")
        .then()
        .statusCode(200);
  }
}
