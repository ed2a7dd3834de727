package dev.countinghouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  @Test
  @DisplayName("every route is found by its own path, with its channel")
  void found() {
    for (Route route : Routes.all()) {
      String path = route.path().replace("{c}", "ch_1").replaceAll("\\{\\w+}", "x");
      Optional<String> channel = route.isOfChannel() ? Optional.of("ch_1") : Optional.empty();

      assertThat(Routes.match(route.method(), path))
          .isEqualTo(new RouteMatch.Found(route, channel));
    }
  }

  @Test
  @DisplayName("a literal segment wins over one that varies")
  void literalFirst() {
    assertThat(Routes.find("POST", "/v1/channels/ch_1/messages/quotes"))
        .map(Route::path)
        .contains("/v1/channels/{c}/messages/quotes");
  }

  @Test
  @DisplayName("another method of a known path says which are allowed")
  void otherMethods() {
    assertThat(Routes.match("DELETE", "/v1/channels/ch_1/trial"))
        .isEqualTo(new RouteMatch.OtherMethods(Set.of("GET", "POST")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "",
        "/v1",
        "/v1/",
        "/v1/channels/",
        "/v1/channels//trial",
        "/v1/channels/ch_1/",
        "/v1/channels/ch_1/trial/",
        "/v1/channels/ch_1/trial/x",
        "/v2/channels",
        "/internal/holds"
      })
  @DisplayName("what is not in the table is unknown")
  void unknown(String path) {
    assertThat(Routes.match("GET", path)).isEqualTo(new RouteMatch.Unknown());
  }
}
