package dev.countinghouse.messaging.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.messaging.domain.MessageKind;
import dev.countinghouse.messaging.domain.Rate;
import dev.countinghouse.messaging.domain.RateCard;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RateCardReaderTest {

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  @Test
  @DisplayName("BOOK-1 rates are read from the book, exact to a tenth of a PU")
  void reads() throws Exception {
    RateCard card =
        RateCardReader.read(
            json(
                """
                {"id":"messages-2024","version":3,"rates":[
                  {"kind":"sms","destination":"KR","perMessage":"10","maxBytes":90,"charset":"cp949"},
                  {"kind":"sms","destination":["US","CA"],"perMessage":"14","perSegment":"14.5"}]}
                """));

    assertThat(card.version()).isEqualTo(3);
    assertThat(card.rates())
        .containsExactly(
            new Rate(MessageKind.SMS, Set.of("KR"), 100, 0, new Rate.Limit.Cp949Bytes(90)),
            new Rate(MessageKind.SMS, Set.of("US", "CA"), 140, 145, new Rate.Limit.None()));
  }

  @Test
  @DisplayName("MON-3 a hundredth of a PU is no price")
  void tooFine() throws Exception {
    JsonNode book =
        json(
            """
            {"id":"b","version":1,"rates":[{"kind":"sms","destination":"KR","perMessage":"1.05"}]}
            """);
    assertThatThrownBy(() -> RateCardReader.read(book)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  @DisplayName("a book without rates or with an unknown kind is refused")
  void unreadable() throws Exception {
    JsonNode none = json("{\"id\":\"b\",\"version\":1}");
    JsonNode fax = json("{\"id\":\"b\",\"version\":1,\"rates\":[{\"kind\":\"fax\"}]}");
    assertThatThrownBy(() -> RateCardReader.read(none)).hasMessageContaining("no rates");
    assertThatThrownBy(() -> RateCardReader.read(fax)).hasMessageContaining("fax");
  }
}
