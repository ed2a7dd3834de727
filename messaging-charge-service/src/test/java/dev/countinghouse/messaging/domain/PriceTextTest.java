package dev.countinghouse.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTextTest {

  private static Pricing korean(String text) {
    return PriceText.price(MessageBooks.MESSAGES_2024, MessageKind.SMS, "KR", text);
  }

  private static long tenths(String country, String text) {
    Pricing pricing = PriceText.price(MessageBooks.MESSAGES_2024, MessageKind.SMS, country, text);
    return ((Pricing.Priced) pricing).tenths();
  }

  @ParameterizedTest(name = "{0} Hangul and {1} letters: {2} for {3} tenths")
  @CsvSource({
    "45, 0, SMS, 100", "46, 0, LMS, 280", "44, 2, SMS, 100", "44, 3, LMS, 280", "45, 1, LMS, 280",
    "0, 90, SMS, 100", "0, 91, LMS, 280", "1000, 0, LMS, 280", "999, 2, LMS, 280", "0, 0, SMS, 100"
  })
  @DisplayName("MSG-1 up to 90 bytes is an SMS, up to 2,000 an LMS")
  void koreanTexts(int hangul, int letters, MessageKind kind, long price) {
    Pricing pricing = korean("가".repeat(hangul) + "a".repeat(letters));

    assertThat(pricing).isInstanceOf(Pricing.Priced.class);
    Pricing.Priced priced = (Pricing.Priced) pricing;
    assertThat(priced.kind()).isEqualTo(kind);
    assertThat(priced.tenths()).isEqualTo(price);
    assertThat(priced.bytes()).isEqualTo(2 * hangul + letters);
  }

  @Test
  @DisplayName("MSG-1 1,001 Hangul are refused")
  void tooLong() {
    assertThat(korean("가".repeat(1001))).isEqualTo(new Pricing.TooLong(2002, 2000));
    assertThat(korean("가".repeat(1000) + "a")).isEqualTo(new Pricing.TooLong(2001, 2000));
  }

  @Test
  @DisplayName("MSG-1 a character that code page 949 lacks is refused and named")
  void missingCharacter() {
    assertThat(korean("안녕😀")).isEqualTo(new Pricing.UnsupportedCharacter("😀", 2));
    assertThat(korean("naïve")).isEqualTo(new Pricing.UnsupportedCharacter("ï", 2));
    assertThat(korean("뷁똠햏")).isInstanceOf(Pricing.Priced.class);
  }

  @ParameterizedTest(name = "{0}, {1} letters: {2} tenths")
  @CsvSource({
    "US, 160, 285",
    "US, 161, 430",
    "CA, 306, 430",
    "CA, 307, 575",
    "JP, 160, 1230",
    "JP, 161, 2320",
    "JP, 307, 3410"
  })
  @DisplayName("MSG-2 a message and its segments")
  void abroad(String country, int letters, long price) {
    assertThat(tenths(country, "a".repeat(letters))).isEqualTo(price);
  }

  @Test
  @DisplayName("MSG-2 other destinations have no price")
  void elsewhere() {
    assertThat(PriceText.price(MessageBooks.MESSAGES_2024, MessageKind.SMS, "DE", "Hallo"))
        .isEqualTo(new Pricing.NoRate("DE"));
    assertThat(PriceText.price(MessageBooks.MESSAGES_2024, MessageKind.INFO_TALK, "US", "Hi"))
        .isEqualTo(new Pricing.NoRate("US"));
  }

  @Test
  @DisplayName("MSG-4 the appended address counts: 130 + 35 characters are 2 segments")
  void appendedAddress() {
    assertThat(tenths("US", "a".repeat(130) + "b".repeat(35))).isEqualTo(430);
  }

  @Test
  @DisplayName("MSG-1 InfoTalk is 7 PU whatever its length")
  void infoTalk() {
    Pricing pricing =
        PriceText.price(MessageBooks.MESSAGES_2024, MessageKind.INFO_TALK, "KR", "가".repeat(400));
    assertThat(((Pricing.Priced) pricing).tenths()).isEqualTo(70);
  }
}
