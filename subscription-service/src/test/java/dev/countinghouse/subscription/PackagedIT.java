package dev.countinghouse.subscription;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.countinghouse.localstack.testing.StackTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The packaged program, JVM or native: it starts, is ready, and knows itself. */
@QuarkusIntegrationTest
@WithTestResource(StackTestResource.class)
@TestProfile(PackagedIT.WithSecret.class)
class PackagedIT {

  public static class WithSecret implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "countinghouse.internal-token.secret", "only-for-tests-0123456789-abcdefghijklm");
    }
  }

  @Test
  @DisplayName("ready means that the database and Kafka answer")
  void isReady() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body(
            "checks.name",
            hasItems(
                "SmallRye Reactive Messaging - readiness check",
                "Reactive PostgreSQL connections health check"));
  }

  @Test
  @DisplayName("SYS-3 nobody without a token reaches a resource")
  void needsAToken() {
    given().get("/v1/price-books").then().statusCode(401).body("code", equalTo("auth.missing"));
  }

  @Test
  @DisplayName("the document and the metrics are there")
  void describesItself() {
    given().get("/q/openapi").then().statusCode(200).body(containsString("/v1/channels/{c}/trial"));
    given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
  }
}
