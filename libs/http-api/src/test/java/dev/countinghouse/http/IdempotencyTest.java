package dev.countinghouse.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.localstack.testing.StackTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
@DisplayName("SYS-2 Idempotency-Key")
class IdempotencyTest {

  private static final String BODY = "{\"b\":1,\"a\":[1,2]}";
  private static final String REPLAYED = "Idempotency-Replayed";

  private String channel = "";
  private String key = "";

  @BeforeEach
  void freshNames() {
    channel = "ch_" + UUID.randomUUID();
    key = UUID.randomUUID().toString();
  }

  @Test
  @DisplayName("SYS-2 fifty concurrent repeats of one key: one effect, fifty equal answers")
  void concurrentRepeats() throws Exception {
    List<Response> answers = atOnce(50, () -> post("effects", BODY));

    assertThat(answers).extracting(Response::statusCode).containsOnly(201);
    assertThat(bodies(answers)).hasSize(1);
    assertThat(answers).extracting(answer -> answer.header("Location")).doesNotContainNull();
    assertThat(answers).filteredOn(answer -> answer.header(REPLAYED) == null).hasSize(1);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  @DisplayName("SYS-2 the same request with its fields in another order is the same request")
  void otherOrder() {
    Response first = post("effects", BODY);

    Response again = post("effects", "{ \"a\": [1, 2], \"b\": 1 }");

    again.then().statusCode(201).header(REPLAYED, "true");
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  @DisplayName("SYS-2 another body under the key: 422")
  void otherBody() {
    post("effects", BODY);

    post("effects", "{\"b\":2}")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency.key-reused"));
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  @DisplayName("SYS-2 another path or another caller under the key: 422")
  void otherPathOrCaller() {
    post("effects", BODY);

    post("journeys", BODY).then().statusCode(422);
    request()
        .header("X-Subject", "somebody-else")
        .body(BODY)
        .post(path("effects"))
        .then()
        .statusCode(422);
  }

  @Test
  @DisplayName("SYS-3 the same key on another channel is another key")
  void otherChannel() {
    post("effects", BODY);
    channel = "ch_" + UUID.randomUUID();

    post("effects", BODY).then().statusCode(201).header(REPLAYED, nullValue());
  }

  @Test
  @DisplayName("SYS-2 a refusal is an answer and is repeated as it was")
  void refusal() {
    Response first = outcome("refused").body(BODY).post(path("effects"));

    Response again = post("effects", BODY);

    again.then().statusCode(409).header(REPLAYED, "true").contentType("application/problem+json");
    assertThat(again.asString()).isEqualTo(first.asString());
  }

  @Test
  @DisplayName("SYS-2 an answer without a body is repeated")
  void noBody() {
    outcome("nothing").body(BODY).post(path("effects")).then().statusCode(204);

    post("effects", BODY).then().statusCode(204).header(REPLAYED, "true");
  }

  @Test
  @DisplayName("SYS-2 a crash between effect and answer leaves neither, and the key is free")
  void crash() {
    outcome("crash").body(BODY).post(path("effects")).then().statusCode(500);
    assertThat(effects()).isZero();

    post("effects", BODY).then().statusCode(201).header(REPLAYED, nullValue());
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  @DisplayName("SYS-2 an outage is not remembered")
  void outage() {
    outcome("outage")
        .body(BODY)
        .post(path("effects"))
        .then()
        .statusCode(503)
        .body("code", equalTo("probe.outage"));

    post("effects", BODY).then().statusCode(201);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  @DisplayName("SYS-2 without a key every request is its own")
  void withoutKey() {
    given().contentType(ContentType.JSON).body(BODY).post(path("effects")).then().statusCode(201);
    given().contentType(ContentType.JSON).body(BODY).post(path("effects")).then().statusCode(201);

    assertThat(effects()).isEqualTo(2);
  }

  @Test
  @DisplayName("SYS-2 a key has 1 to 255 visible characters")
  void keyForm() {
    key = "k".repeat(255);
    post("effects", BODY).then().statusCode(201);
    key = "k".repeat(256);
    post("effects", BODY).then().statusCode(400).body("code", equalTo("idempotency.key-invalid"));
    key = "two words";
    post("effects", BODY).then().statusCode(400).body("code", equalTo("idempotency.key-invalid"));
  }

  @Test
  @DisplayName("SYS-2 a command of several steps that crashed goes on with the same id")
  void resumes() {
    outcome("crash").body(BODY).post(path("journeys")).then().statusCode(500);

    Response second = post("journeys", BODY);
    Response third = post("journeys", BODY);

    second.then().statusCode(201).header(REPLAYED, nullValue());
    third.then().statusCode(201).header(REPLAYED, "true");
    assertThat(third.asString()).isEqualTo(second.asString());
  }

  @Test
  @DisplayName("SYS-2 twenty concurrent commands of several steps: one id, one answer")
  void resumableAtOnce() throws Exception {
    List<Response> answers = atOnce(20, () -> post("journeys", BODY));

    assertThat(answers).extracting(Response::statusCode).containsOnly(201);
    assertThat(bodies(answers)).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.header(REPLAYED) == null).hasSize(1);
  }

  private Response post(String what, String body) {
    return request().body(body).post(path(what));
  }

  private RequestSpecification outcome(String outcome) {
    return request().header("X-Outcome", outcome);
  }

  private RequestSpecification request() {
    return given().contentType(ContentType.JSON).header("Idempotency-Key", key);
  }

  private String path(String what) {
    return "/probe/" + channel + "/" + what;
  }

  private int effects() {
    return Integer.parseInt(
        given().get(path("effects")).then().statusCode(200).extract().asString());
  }

  private static java.util.Set<String> bodies(List<Response> answers) {
    return answers.stream().map(Response::asString).collect(Collectors.toSet());
  }

  private static List<Response> atOnce(int times, Callable<Response> call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<Callable<Response>> calls = IntStream.range(0, times).mapToObj(i -> call).toList();
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }
}
