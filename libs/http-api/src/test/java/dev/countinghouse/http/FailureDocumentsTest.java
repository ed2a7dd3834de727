package dev.countinghouse.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.countinghouse.localstack.testing.StackTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
@DisplayName("SYS-5 every failure is a problem document")
class FailureDocumentsTest {

  private static final String ORDERS = "/probe/ch_1/orders";
  private static final String GOOD = "{\"item\":\"a\",\"quantity\":1,\"kind\":\"SMALL\"}";

  private static final String CHUNKED =
      "POST /probe/ch_1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n";

  @Test
  @DisplayName("SYS-5 a good body passes")
  void good() {
    post(GOOD).statusCode(200).body("item", equalTo("a"));
  }

  @Test
  @DisplayName("SYS-5 malformed JSON: body.malformed with the place")
  void malformed() {
    problem(post("{\"item\":"), 400, "body.malformed").body("line", equalTo(1));
    problem(post("{\"lines\":[{\"name\":tru}]}"), 400, "body.malformed").body("line", equalTo(1));
    problem(post("{\"lines\":[{\"name\":\"a\""), 400, "body.malformed");
  }

  @Test
  @DisplayName("SYS-5 text after the end: body.malformed")
  void trailing() {
    problem(post(GOOD + " {}"), 400, "body.malformed");
  }

  @Test
  @DisplayName("SYS-5 half a surrogate pair, which no name can be kept with: body.malformed")
  void halfAPair() {
    problem(post(GOOD.replace("\"a\"", "\"a\\ud800\"")), 400, "body.malformed");
    post(GOOD.replace("\"a\"", "\"a\\ud83d\\ude00\"")).statusCode(200);
  }

  @Test
  @DisplayName("SYS-5 an address that is no URI is the caller's mistake, if it is one at all")
  void noUri() throws IOException {
    for (String query : List.of("a=b|c", "x={y}", "q=<b>", "q=\"a^b\"", "q=%zz", "q=100%")) {
      String request = "GET %s?%s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(ORDERS, query);
      assertThat(exchange(request)).as(query).containsPattern("^HTTP/1.1 [24]00 ");
    }
  }

  @Test
  @DisplayName("SYS-5 no body: body.missing")
  void empty() {
    problem(post(""), 400, "body.missing");
  }

  @Test
  @DisplayName("SYS-5 null as the body: body.missing")
  void nothing() {
    problem(post("null"), 400, "body.missing");
  }

  @Test
  @DisplayName("SYS-5 unknown field: body.unknown-field names it and the known ones")
  void unknownField() {
    problem(post(GOOD.replace("}", ",\"quantty\":1}")), 400, "body.unknown-field")
        .body("errors[0].field", equalTo("quantty"))
        .body("errors[0].expected", containsString("quantity"));
  }

  @Test
  @DisplayName("SYS-5 wrong type: body.wrong-type names the field's path and what was expected")
  void wrongType() {
    String body = "{\"item\":\"a\",\"quantity\":1,\"lines\":[{\"name\":\"n\",\"count\":\"7\"}]}";
    problem(post(body), 400, "body.wrong-type")
        .body("errors[0].field", equalTo("lines[0].count"))
        .body("errors[0].expected", equalTo("an integer"));
  }

  @Test
  @DisplayName("SYS-5 a number in quotes is no number, a number is no string")
  void noCoercion() {
    problem(post(GOOD.replace(":1", ":\"1\"")), 400, "body.wrong-type");
    problem(post(GOOD.replace("\"a\"", "7")), 400, "body.wrong-type");
    problem(post(GOOD.replace(":1", ":true")), 400, "body.wrong-type");
  }

  @Test
  @DisplayName("MON-1 a fraction is no integer, nor is a number out of range")
  void exactIntegers() {
    problem(post(GOOD.replace(":1", ":1.5")), 400, "body.wrong-type");
    problem(post(GOOD.replace(":1", ":99999999999")), 400, "body.wrong-type")
        .body("errors[0].field", equalTo("quantity"));
  }

  @Test
  @DisplayName("SYS-5 an unknown word for an enum lists the known ones")
  void unknownWord() {
    problem(post(GOOD.replace("SMALL", "HUGE")), 400, "body.wrong-type")
        .body("errors[0].expected", equalTo("one of SMALL, LARGE"));
  }

  @Test
  @DisplayName("SYS-5 an instant of a wrong form says the right one")
  void wrongInstant() {
    problem(post("{\"item\":\"a\",\"quantity\":1,\"at\":\"yesterday\"}"), 400, "body.wrong-type")
        .body("errors[0].field", equalTo("at"))
        .body("errors[0].expected", containsString("2024-03-01T09:00:00Z"));
  }

  @Test
  @DisplayName("SYS-5 an array where an object belongs")
  void wrongShape() {
    problem(post("[]"), 400, "body.wrong-type").body("errors[0].expected", equalTo("an object"));
  }

  @Test
  @DisplayName("SYS-5 a missing field: body.missing-field")
  void missingField() {
    problem(post("{\"quantity\":1,\"kind\":\"SMALL\"}"), 400, "body.missing-field")
        .body("errors[0].field", equalTo("item"));
    problem(post("{\"item\":\"a\",\"kind\":\"SMALL\"}"), 400, "body.missing-field")
        .body("errors[0].field", equalTo("quantity"));
    problem(post(GOOD.replace(":1", ":null")), 400, "body.missing-field")
        .body("errors[0].field", equalTo("quantity"));
  }

  @Test
  @DisplayName("SYS-5 fields that break rules: body.invalid lists each")
  void invalid() {
    String body = "{\"item\":\"a\",\"quantity\":-1,\"lines\":[{\"count\":1}]}";
    problem(post(body), 400, "body.invalid")
        .body("errors", hasSize(3))
        .body("errors.field", hasItems("kind", "lines[0].name", "quantity"))
        .body("errors.expected", hasItems("a kind", "a name"));
  }

  @Test
  @DisplayName("SYS-5 nested too deep: body.too-complex")
  void tooDeep() {
    String body = "{\"a\":" + "[".repeat(200);
    problem(
        given().contentType(ContentType.JSON).body(body).post("/probe/ch_1/effects").then(),
        400,
        "body.too-complex");
  }

  @Test
  @DisplayName("SYS-5 too large: 413 body.too-large")
  void tooLarge() {
    problem(post(GOOD + " ".repeat(11_000)), 413, "body.too-large")
        .body("maxBytes", equalTo(10_240));
  }

  @Test
  @DisplayName("SYS-5 too large without saying so beforehand: 413 body.too-large")
  void tooLargeInChunks() throws IOException {
    String spaces = "400\r\n" + " ".repeat(1_024) + "\r\n";

    assertThat(exchange(CHUNKED + spaces.repeat(16) + "0\r\n\r\n"))
        .contains(" 413 ")
        .contains("body.too-large");
  }

  @Test
  @DisplayName("SYS-5 a body in chunks is read like any other")
  void chunks() throws IOException {
    String chunks = Integer.toHexString(GOOD.length()) + "\r\n" + GOOD + "\r\n0\r\n\r\n";

    assertThat(exchange(CHUNKED + chunks)).contains(" 200 ").contains("SMALL");
  }

  @Test
  @DisplayName("SYS-5 another media type: 415 body.media-type")
  void mediaType() {
    problem(
        given().contentType("text/xml").body("<a/>").post(ORDERS).then(), 415, "body.media-type");
  }

  @Test
  @DisplayName("SYS-5 a Content-Type that is none")
  void notAMediaType() throws IOException {
    String request =
        "POST /probe/ch_1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: not a type\r\n"
            + "Content-Length: 2\r\n\r\n{}";
    assertThat(exchange(request)).contains(" 400 ").contains("request.malformed");
  }

  @Test
  @DisplayName("SYS-5 nothing acceptable: 406 answer.media-type")
  void notAcceptable() {
    problem(given().accept("image/png").get(ORDERS).then(), 406, "answer.media-type");
  }

  @Test
  @DisplayName("SYS-5 unknown paths: 404 path.unknown")
  void unknownPath() {
    problem(given().get("/nowhere").then(), 404, "path.unknown");
    problem(given().get("/probe/ch_1/nothing").then(), 404, "path.unknown");
    problem(given().get("/q/nothing").then(), 404, "path.unknown");
  }

  @Test
  @DisplayName("SYS-5 another method: 405 method.not-allowed with Allow")
  void method() {
    problem(given().delete(ORDERS).then(), 405, "method.not-allowed");
    problem(given().delete("/v1/price-books").then(), 405, "method.not-allowed")
        .header("Allow", equalTo("GET, POST"));
  }

  @Test
  @DisplayName("SYS-5 a query parameter that does not parse: parameter.invalid")
  void queryParameter() {
    problem(given().get(ORDERS + "?limit=many").then(), 400, "parameter.invalid")
        .body("errors[0].field", equalTo("limit"));
    problem(given().get(ORDERS + "?on=2024-13-01").then(), 400, "parameter.invalid")
        .body("errors[0].field", equalTo("on"));
  }

  @Test
  @DisplayName("SYS-5 a query parameter that breaks a rule: parameter.invalid")
  void queryParameterRule() {
    problem(given().get(ORDERS + "?rank=10").then(), 400, "parameter.invalid")
        .body("errors[0].field", equalTo("rank"))
        .body("errors[0].expected", equalTo("at most 9"));
  }

  @Test
  @DisplayName("SYS-5 a path parameter that does not parse: parameter.invalid")
  void pathParameter() {
    problem(given().get("/probe/ch_1/numbers/one").then(), 400, "parameter.invalid");
  }

  @Test
  @DisplayName("SYS-5 page limits and cursors: page.limit, page.cursor")
  void pages() {
    problem(given().get(ORDERS + "?limit=0").then(), 400, "page.limit");
    problem(given().get(ORDERS + "?limit=201").then(), 400, "page.limit");
    given().get(ORDERS + "?limit=200").then().statusCode(200);
    problem(given().get(ORDERS + "?cursor=AAAA").then(), 400, "page.cursor");
    String next = given().get(ORDERS).then().extract().path("next");
    given().get(ORDERS + "?cursor=" + next).then().body("items[0]", equalTo("50 [a, 1]"));
    problem(given().get("/probe/ch_2/orders?cursor=" + next).then(), 400, "page.cursor");
  }

  @Test
  @DisplayName("SYS-5 a bug: 500 internal.error with an id and none of our words")
  void bug() {
    problem(given().get("/probe/ch_1/failure").then(), 500, "internal.error")
        .body("errorId", notNullValue())
        .body(not(containsString("secret words")))
        .body(not(containsString("Exception")));
  }

  private static ValidatableResponse post(String body) {
    return given().contentType(ContentType.JSON).body(body).post(ORDERS).then();
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType(equalTo("application/problem+json"))
        .body("status", equalTo(status))
        .body("code", equalTo(code))
        .body("type", equalTo("https://countinghouse.dev/problems/" + code))
        .body("title", notNullValue())
        .body("detail", notNullValue());
  }

  private static String exchange(String request) throws IOException {
    try (Socket socket = new Socket("localhost", io.restassured.RestAssured.port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = new byte[4_096];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8);
    }
  }
}
