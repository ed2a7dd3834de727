package dev.countinghouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.countinghouse.gateway.localissuer.LocalKeyFiles;
import dev.countinghouse.gateway.testing.PackagedGateway;
import dev.countinghouse.gateway.testing.Surroundings;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The packaged program, JVM or native: how it starts, refuses to start and ends. */
class PackagedIT {

  private static final Surroundings SURROUNDINGS = new Surroundings();
  private static final Map<String, String> SETTINGS = new HashMap<>();

  @BeforeAll
  static void start() {
    SETTINGS.putAll(SURROUNDINGS.start());
    SETTINGS.putAll(new LocalKeyFiles().start());
  }

  @AfterAll
  static void stop() {
    SURROUNDINGS.stop();
  }

  @Test
  @DisplayName(
      "outside the profile local a key of the local issuer stops the start, with a sentence")
  void refusesToStart() throws Exception {
    try (PackagedGateway gateway = PackagedGateway.start("prod", SETTINGS)) {
      assertThat(gateway.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(gateway.process().exitValue()).isNotZero();
      assertThat(gateway.output())
          .contains("The local issuer gives a token to anybody who asks")
          .contains("QUARKUS_PROFILE=local");
    }
  }

  @Test
  @DisplayName("a request in flight is answered after the program was asked to end")
  void finishesWhatHasBegun() throws Exception {
    try (PackagedGateway gateway = PackagedGateway.start("local", SETTINGS)) {
      await().atMost(Duration.ofSeconds(60)).until(gateway::isReady);
      String token = gateway.token("ann", "operator");
      CompletableFuture<HttpResponse<String>> slow = gateway.getAs(token, "/v1/channels", "slow");
      await().atMost(Duration.ofSeconds(10)).until(() -> seen("slow") == 1);

      gateway.process().destroy();

      assertThat(slow.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      assertThat(gateway.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(gateway.output()).doesNotContain("Timed out waiting");
    }
  }

  private static int seen(String name) throws Exception {
    String service = SETTINGS.get("quarkus.rest-client.subscription.url");
    return Integer.parseInt(PackagedGateway.get(service + "/seen/" + name).body());
  }
}
