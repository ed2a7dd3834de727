package dev.countinghouse.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class NulFilterTest {

  @Test
  @DisplayName("SYS-5 a NUL in the address: a path that is unknown, a parameter that is invalid")
  void nul() {
    problem("/probe/ch%00/orders", 404, "path.unknown");
    problem("/probe/ch_1/orders?cursor=a%00", 400, "parameter.invalid");
  }

  private static ValidatableResponse problem(String address, int status, String code) {
    return given()
        .urlEncodingEnabled(false)
        .get(address)
        .then()
        .statusCode(status)
        .contentType(equalTo("application/problem+json"))
        .body("code", equalTo(code));
  }
}
