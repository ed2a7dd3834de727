package dev.countinghouse.gateway;

import static dev.countinghouse.gateway.testing.Calls.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.testing.Control;
import dev.countinghouse.gateway.testing.GatewayProfile;
import dev.countinghouse.gateway.testing.RawHttp;
import dev.countinghouse.gateway.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(GatewayProfile.class)
class BodyLimitTest {

  private static final int MIB = 1 << 20;

  @ParameterizedTest
  @CsvSource({"/v1/channels,1", "/v1/events,5"})
  @DisplayName("SYS-5 a body of exactly the limit passes, one byte more is body.too-large")
  void limit(String path, int mib) {
    asOperator()
        .body(new byte[mib * MIB])
        .post(path)
        .then()
        .statusCode(200)
        .body("length", equalTo(mib * MIB));
    asOperator()
        .body(new byte[mib * MIB + 1])
        .post(path)
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("body.too-large"))
        .body("maxBytes", equalTo(mib * MIB));
  }

  @Test
  @DisplayName("SYS-5 a chunked body within the limit arrives with its length")
  void chunked() throws Exception {
    String answer = RawHttp.send(chunked("chunked-small", "b\r\nhello world\r\n0\r\n\r\n"));
    assertThat(answer).startsWith("HTTP/1.1 200").contains("\"content-length\":\"11\"");
    assertThat(answer).contains("\"body\":\"hello world\"").doesNotContain("transfer-encoding\":");
  }

  @Test
  @DisplayName("SYS-5 a chunked body of nothing is none")
  void chunkedEmpty() throws Exception {
    assertThat(RawHttp.send(chunked("chunked-empty", "0\r\n\r\n")))
        .startsWith("HTTP/1.1 200")
        .contains("\"length\":0");
  }

  @Test
  @DisplayName("SYS-5 a chunked body above the limit is refused, and no service hears of it")
  void chunkedTooLarge() throws Exception {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    String answer = RawHttp.send(chunked("chunked-large", chunk.repeat(17) + "0\r\n\r\n"));
    assertThat(answer).startsWith("HTTP/1.1 413").contains("body.too-large");
    assertThat(Control.seen(ServiceName.SUBSCRIPTION, "chunked-large")).isZero();
  }

  @Test
  @DisplayName("SYS-5 a body that is refused and never ends is cut off")
  void endless() throws Exception {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    String answer = RawHttp.send(chunked("endless", chunk.repeat(17)));
    assertThat(answer).startsWith("HTTP/1.1 413");
  }

  @Test
  @DisplayName("SYS-5 a body that never comes is body.timeout, and is not the service's fault")
  void slowBody() throws Exception {
    String answer =
        RawHttp.send(
            """
            POST /v1/channels/ch_a/messages HTTP/1.1\r
            Host: localhost\r
            Connection: close\r
            Authorization: Bearer %s\r
            Content-Length: 10\r
            \r
            half\
            """
                .formatted(Tokens.withRoles("op", "operator")));
    assertThat(answer).startsWith("HTTP/1.1 408").contains("body.timeout");
  }

  private static String chunked(String name, String chunks) {
    return """
        POST /v1/channels HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        X-Test-Name: %s\r
        Authorization: Bearer %s\r
        Transfer-Encoding: chunked\r
        \r
        %s\
        """
        .formatted(name, Tokens.withRoles("op", "operator"), chunks);
  }
}
