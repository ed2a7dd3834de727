package dev.countinghouse.messaging.message;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.caller.InternalTokens;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.Role;
import dev.countinghouse.localstack.testing.StackTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SYS-5: bad input is a problem document with a stable code. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class MessageRefusalsTest {

  private final String channel = Ids.create(Ids.CHANNEL);

  @Inject InternalTokens tokens;

  @ParameterizedTest(name = "{0} is blamed")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind    | {"kind":"fax","to":"+821012345678","text":"x","purpose":"follow-up"}
          to      | {"kind":"sms","to":"","text":"x","purpose":"follow-up"}
          text    | {"kind":"sms","to":"+821012345678","purpose":"follow-up"}
          purpose | {"kind":"sms","to":"+821012345678","text":"x","purpose":"NO WAY"}
          """)
  @DisplayName("SYS-5 the field that is wrong is named")
  void invalidFields(String field, String body) {
    send(body).statusCode(400).body("errors.field", hasItem(field));
  }

  @Test
  @DisplayName("SYS-5 an unknown field is refused")
  void unknownField() {
    send("{\"kind\":\"sms\",\"too\":\"+82\"}")
        .statusCode(400)
        .body("code", equalTo("body.unknown-field"));
  }

  @Test
  @DisplayName("a report for a message that is not there")
  void unknownMessage() {
    given()
        .auth()
        .oauth2(token(Role.SERVICE, new ChannelScope.All()))
        .contentType(ContentType.JSON)
        .body("{\"message\":\"msg_0\",\"status\":\"delivered\"}")
        .post("/v1/delivery-reports")
        .then()
        .statusCode(404)
        .body("code", equalTo("message.not-found"));
  }

  @Test
  @DisplayName("SYS-3 an owner reports no delivery, and another channel's owner sees no message")
  void strangers() {
    given()
        .auth()
        .oauth2(token(Role.OWNER, new ChannelScope.Only(Set.of(channel))))
        .contentType(ContentType.JSON)
        .body("{\"message\":\"msg_0\",\"status\":\"delivered\"}")
        .post("/v1/delivery-reports")
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(token(Role.OWNER, new ChannelScope.Only(Set.of("ch_other"))))
        .get("/v1/channels/" + channel + "/messages")
        .then()
        .statusCode(404)
        .body("code", equalTo("channel.not-found"));
  }

  private ValidatableResponse send(String body) {
    return given()
        .auth()
        .oauth2(token(Role.OWNER, new ChannelScope.Only(Set.of(channel))))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/channels/" + channel + "/messages")
        .then();
  }

  private String token(Role role, ChannelScope scope) {
    return tokens.issue(new Caller("test", Set.of(role), scope));
  }
}
