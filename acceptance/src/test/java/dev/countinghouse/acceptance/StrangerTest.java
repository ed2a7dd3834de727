package dev.countinghouse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.Route;
import dev.countinghouse.contracts.Routes;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrangerTest {

  private static Stream<Route> routes() {
    return Routes.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  @DisplayName("SYS-3 SYS-5 without a valid token every path answers 401 with a problem document")
  void unauthenticated(Route route) {
    Client nobody = new Client(RunningSuite.suite().gateway(), "not-a-token");
    String path = route.path().replaceAll("\\{\\w+}", "x");
    boolean bodiless = route.method().equals("GET") || route.method().equals("DELETE");

    Reply reply = nobody.once(route.method(), path, bodiless ? null : Map.of());

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.text("code")).isEqualTo("auth.invalid-token");
  }
}
