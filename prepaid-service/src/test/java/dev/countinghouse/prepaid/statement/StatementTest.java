package dev.countinghouse.prepaid.statement;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class StatementTest {

  @Inject UsageScene scene;
  @Inject Tokens tokens;

  @Test
  @DisplayName("a statement shows windows that have begun, also without any usage")
  void begun() {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    String lot = scene.buy(channel, "workflow-action", 100, "2024-01-01");

    scene
        .statement(channel, "2024-01-01", "2024-12-31")
        .body("windows", hasSize(1))
        .body("windows[0].lot", equalTo(lot))
        .body("windows[0].closed", equalTo(false))
        .body("windows[0].month", equalTo(1))
        .body("windows[0].to", equalTo("2024-01-31"))
        .body("windows[0].poolLeft", equalTo("1200"))
        .body("periods", hasSize(1))
        .body("periods[0].total", equalTo("0"));
  }

  @ParameterizedTest(name = "{0} → {1} {2}")
  @DisplayName("SYS-5 a statement or a range that cannot be is refused with a code")
  @CsvSource({
    "statement, 400, parameter.invalid",
    "statement?item=, 400, parameter.invalid",
    "statement?item=biscuit, 422, prepaid.unknown-item",
    "statement?item=mu&from=yesterday, 400, parameter.invalid",
    "statement?item=mu&from=2024-02-02&to=2024-02-01, 400, parameter.invalid",
    "statement?item=mu&from=2024-01-01&to=2025-02-03, 200,",
    "statement?item=mu&from=2024-01-01&to=2025-02-04, 400, parameter.invalid",
    "range, 400, parameter.invalid",
    "range?item=biscuit, 422, prepaid.unknown-item",
    "range?item=mu&on=2024-02-30, 400, parameter.invalid",
    "range?item=mu&on=10000-01-01, 400, parameter.invalid",
    "range?item=mu, 200,"
  })
  void refused(String call, int status, String code) {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "usage-2024", "early-stage", "2024-01-01", "2024-02-01");

    tokens
        .agentOf(channel)
        .get("/v1/channels/" + channel + "/prepaid/" + call)
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }
}
