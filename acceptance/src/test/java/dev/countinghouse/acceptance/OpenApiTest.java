package dev.countinghouse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.contracts.Route;
import dev.countinghouse.contracts.Routes;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiTest {

  private static final JsonNode DOCUMENT =
      new Client(RunningSuite.suite().gateway(), "none").get("/openapi").expect(200).body();

  private static Stream<Route> routes() {
    return Routes.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  @DisplayName("the one OpenAPI document describes every call of the route table")
  void described(Route route) {
    assertThat(operation(route).path("responses").isObject()).as("%s", route).isTrue();
  }

  /** Services may name a path's parameters otherwise: only their places count. */
  private static JsonNode operation(Route route) {
    String wanted = shape(route.path());
    String method = route.method().toLowerCase(Locale.ROOT);
    return DOCUMENT.path("paths").properties().stream()
        .filter(path -> shape(path.getKey()).equals(wanted))
        .map(path -> path.getValue().path(method))
        .filter(JsonNode::isObject)
        .findFirst()
        .orElseGet(Json::missing);
  }

  private static String shape(String path) {
    return path.replaceAll("\\{[^}]+}", "{}");
  }
}
