package dev.countinghouse.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

  @Test
  @DisplayName("a bearer token and an API key are told apart, in either header")
  void kinds() {
    assertThat(Credential.of(List.of("Bearer a.b.c"), List.of()))
        .isEqualTo(new Credential.Token("a.b.c"));
    assertThat(Credential.of(List.of("bearer chk_1"), List.of()))
        .isEqualTo(new Credential.ApiKey("chk_1"));
    assertThat(Credential.of(List.of(), List.of("chk_1")))
        .isEqualTo(new Credential.ApiKey("chk_1"));
    assertThat(Credential.of(List.of(), List.of())).isEqualTo(new Credential.None());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer chk_"})
  @DisplayName("what proves nobody is unusable")
  void unusable(String authorization) {
    assertThat(Credential.of(List.of(authorization), List.of()))
        .isEqualTo(new Credential.Unusable());
  }

  @Test
  @DisplayName("two credentials at once, and keys of another form, are unusable")
  void ambiguous() {
    assertThat(Credential.of(List.of("Bearer a"), List.of("chk_1")))
        .isEqualTo(new Credential.Unusable());
    assertThat(Credential.of(List.of("Bearer a", "Bearer b"), List.of()))
        .isEqualTo(new Credential.Unusable());
    assertThat(Credential.of(List.of(), List.of("a.b.c"))).isEqualTo(new Credential.Unusable());
    assertThat(Credential.of(List.of(), List.of("chk_" + "x".repeat(253))))
        .isEqualTo(new Credential.Unusable());
  }
}
