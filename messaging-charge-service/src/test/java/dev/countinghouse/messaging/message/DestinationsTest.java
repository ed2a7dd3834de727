package dev.countinghouse.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

  @ParameterizedTest
  @CsvSource({"+821012345678, KR", "+12125550123, US", "+14165550123, CA", "+819012345678, JP"})
  @DisplayName("MSG-2 the country of a number")
  void countries(String number, String country) {
    assertThat(Destinations.country(number)).contains(country);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"01012345678", "+82", "+8210", "+", "x", "+999123456789", "+8210123456789012"})
  @DisplayName("MSG-2 what is no E.164 number has no country")
  void invalid(String number) {
    assertThat(Destinations.country(number)).isEmpty();
  }
}
