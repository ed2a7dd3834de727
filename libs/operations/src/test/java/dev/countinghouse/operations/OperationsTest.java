package dev.countinghouse.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperationsTest {

  private static final String FIRST = "ch_0192f0c1aaaa7aaa8aaaaaaaaaaaaaaa";
  private static final String SECOND = "ch_0192f0c1bbbb7bbb8bbbbbbbbbbbbbbb";

  @ParameterizedTest
  @ValueSource(strings = {"live", "ready", "started"})
  @DisplayName("a service says whether it lives, is ready, has started")
  void health(String question) {
    given().get("/q/health/" + question).then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  @DisplayName("metrics are at /q/metrics")
  void metrics() {
    given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
  }

  @Test
  @DisplayName("log lines carry the channel and the request of their own request, waiting or not")
  void logFields() {
    IntStream.range(0, 40).parallel().forEach(OperationsTest::carriesItsOwn);
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.otel.sdk.disabled,true",
    "quarkus.http.limits.max-body-size,1M",
    "quarkus.shutdown.timeout,20s",
    "quarkus.rest.jackson.optimization.enable-reflection-free-serializers,false",
    "quarkus.native.march,compatibility",
    "quarkus.log.console.json.enabled,false"
  })
  @DisplayName("the defaults reach a program that sets nothing")
  void defaults(String key, String value) {
    assertThat(ConfigProvider.getConfig().getValue(key, String.class)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/channels/ch_0192f0c1aaaa7aaa8aaaaaaaaaaaaaaa,true",
    "/internal/channels/ch_0192f0c1aaaa7aaa8aaaaaaaaaaaaaaa/due,true",
    "/v1/channels,false",
    "/v1/channels/whatever%0Aforged,false",
    "/q/health,false"
  })
  @DisplayName("only a channel's id gets into the log's fields")
  void channels(String path, boolean has) {
    assertThat(RequestLogFields.channel(path).isPresent()).isEqualTo(has);
  }

  private static void carriesItsOwn(int number) {
    String channel = number % 2 == 0 ? FIRST : SECOND;
    given()
        .header("X-Request-Id", "req-" + number)
        .get("/v1/channels/" + channel + "/log-fields")
        .then()
        .statusCode(200)
        .body(equalTo(channel + " req-" + number));
  }
}
