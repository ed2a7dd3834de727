package dev.countinghouse.gateway;

import static dev.countinghouse.gateway.testing.Calls.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.testing.Control;
import dev.countinghouse.gateway.testing.GatewayProfile;
import dev.countinghouse.gateway.testing.RawHttp;
import dev.countinghouse.gateway.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(GatewayProfile.class)
class ForwardingTest {

  @Test
  @DisplayName(
      "SYS-3 headers of the connection, and those that pretend to name a caller, are not passed on")
  void headersIn() throws Exception {
    String answer =
        RawHttp.send(
            """
            GET /v1/channels HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer %s\r
            Connection: close\r
            Connection: X-Of-The-Connection\r
            X-Of-The-Connection: 1\r
            Keep-Alive: timeout=5\r
            TE: trailers\r
            Trailer: X-Late\r
            Upgrade: websocket\r
            Proxy-Authorization: Basic YTpi\r
            X-Internal-Token: forged\r
            X-Internal-Caller: root\r
            X-Forwarded-For: 1.2.3.4\r
            Forwarded: for=1.2.3.4\r
            Cookie: a=b\r
            X-Kept: yes\r
            Idempotency-Key: key-1\r
            Accept: text/csv\r
            \r
            """
                .formatted(Tokens.withRoles("op", "operator")));
    assertThat(answer).startsWith("HTTP/1.1 200");
    String seen = answer.substring(answer.indexOf("\r\n\r\n"));
    assertThat(seen)
        .doesNotContainIgnoringCase("x-of-the-connection")
        .doesNotContainIgnoringCase("keep-alive")
        .doesNotContain("\"te\"", "\"trailer\"", "\"upgrade\"", "proxy-", "x-internal")
        .doesNotContain("forwarded", "cookie")
        .contains("\"x-kept\":\"yes\"", "\"idempotency-key\":\"key-1\"", "\"accept\":\"text/csv\"");
  }

  @Test
  @DisplayName("SYS-3 an answer tells nothing of the connection inside, nor where the service is")
  void headersOut() {
    asOperator()
        .header("X-Test", "headers")
        .body("{}")
        .post("/v1/channels")
        .then()
        .statusCode(201)
        .header("Location", "/v1/channels/ch_new")
        .header("X-Hop", nullValue())
        .header("Keep-Alive", nullValue())
        .header("Server", nullValue())
        .header("X-Frame-Options", "DENY")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Request-Id", matchesPattern("req_[0-9a-f]{32}"))
        .header("Idempotency-Replayed", "true");
  }

  @Test
  @DisplayName("a well-formed request id is kept, told to the service and echoed")
  void requestId() {
    asOperator()
        .header("X-Request-Id", "mine-1")
        .get("/v1/channels")
        .then()
        .header("X-Request-Id", "mine-1")
        .body("headers.x-request-id", equalTo("mine-1"));
    asOperator()
        .header("X-Request-Id", "not mine")
        .get("/v1/channels")
        .then()
        .header("X-Request-Id", matchesPattern("req_[0-9a-f]{32}"))
        .body("headers.x-request-id", matchesPattern("req_[0-9a-f]{32}"));
  }

  @Test
  @DisplayName("the W3C trace context goes on to the service")
  void traceContext() {
    String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    asOperator()
        .header("traceparent", parent)
        .header("tracestate", "a=b")
        .get("/v1/channels")
        .then()
        .body("headers.traceparent", equalTo(parent))
        .body("headers.tracestate", equalTo("a=b"));
  }

  @Test
  @DisplayName("a service's own error passes as it is")
  void serviceError() {
    asOperator()
        .header("X-Test", "fail")
        .get("/v1/channels")
        .then()
        .statusCode(500)
        .body("code", equalTo("internal.error"));
  }

  @Test
  @DisplayName("SYS-2 a request whose connection breaks is not sent again")
  void sentOnce() {
    asOperator()
        .header("X-Test", "close")
        .header("X-Test-Name", "sent-once")
        .body("{}")
        .post("/v1/channels/ch_a/prepaid/quotes")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .body("code", equalTo("upstream.unavailable"))
        .body("service", equalTo("prepaid"));
    assertThat(Control.seen(ServiceName.PREPAID, "sent-once")).isEqualTo(1);
  }

  @Test
  @DisplayName("an answer that breaks off is not passed off as whole")
  void brokenAnswer() throws Exception {
    String answer =
        RawHttp.send(
            """
            GET /v1/channels HTTP/1.1\r
            Host: localhost\r
            X-Test: half\r
            Authorization: Bearer %s\r
            \r
            """
                .formatted(Tokens.withRoles("op", "operator")));
    // Then the gateway closed the connection before the length that the head announced
    assertThat(answer).contains("content-length: 1000").doesNotContain("\r\n0\r\n");
    assertThat(answer.substring(answer.indexOf("\r\n\r\n")).length()).isLessThan(100);
  }

  @ParameterizedTest
  @CsvSource({"GET,''", "POST,'{}'"})
  @DisplayName("a request over HTTP/2 is forwarded too, with and without a body")
  void http2(String method, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/channels"))
            .header("Authorization", "Bearer " + Tokens.withRoles("op", "operator"))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .version(HttpClient.Version.HTTP_2)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      // The first request is an upgrade of HTTP/1, the second is HTTP/2 from its first byte
      client.send(request, HttpResponse.BodyHandlers.ofString());
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"length\":" + body.length());
    }
  }
}
