package dev.countinghouse.metering.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.metering.domain.UsageEvent.UserActive;
import dev.countinghouse.metering.envelope.Envelope.Readable;
import dev.countinghouse.metering.envelope.Envelope.Unreadable;
import dev.countinghouse.metering.envelope.EnvelopeReader.Strictness;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeReaderTest {

  private static final String WHOLE =
      """
      {"specversion":"1.0","id":"e1","source":"web","type":"user.active","subject":"ch_1",
       "time":"2024-03-01T19:00:00+09:00","data":{"user":"u1"}}
      """;

  private static Envelope read(String json, Strictness strictness) {
    try {
      return EnvelopeReader.read(new ObjectMapper().readTree(json), strictness);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  @DisplayName("a CloudEvent is read; its time is an instant whatever its offset")
  void whole() {
    assertThat(read(WHOLE, Strictness.CLOUD_EVENT))
        .isEqualTo(
            new Readable(
                "e1", "web", "ch_1", Instant.parse("2024-03-01T10:00:00Z"), new UserActive("u1")));
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"1.0\"|\"0.3\"|specversion",
        "\"specversion\"|\"version\"|specversion",
        "\"e1\"|7|id",
        "\"e1\"|\"\"|id",
        "\"source\"|\"from\"|source",
        "\"type\"|\"kind\"|type",
        "\"ch_1\"|null|subject",
        "2024-03-01T19:00:00+09:00|2024-03-01T19:00:00|time",
        "2024-03-01T19:00:00+09:00|yesterday|time",
        "2024-03-01T19:00:00+09:00|2024-02-30T19:00:00Z|time",
        "{\"user\":\"u1\"}|\"u1\"|data",
        "{\"user\":\"u1\"}|{\"user\":1}|data.user",
      })
  @DisplayName("SYS-5 an attribute that is missing or wrong is named")
  void wrong(String part, String instead, String field) {
    assertThat(read(WHOLE.replace(part, instead), Strictness.CLOUD_EVENT))
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable -> {
              assertThat(unreadable.code()).isEqualTo("event.malformed");
              assertThat(unreadable.field()).isEqualTo(field);
              assertThat(unreadable.expected()).isNotEmpty();
            });
  }

  @Test
  @DisplayName("plain JSON may leave out specversion and source")
  void plain() {
    String bare = WHOLE.replace("\"specversion\":\"1.0\",", "").replace("\"source\":\"web\",", "");

    assertThat(read(bare, Strictness.PLAIN_JSON)).isInstanceOf(Readable.class);
    assertThat(read(bare, Strictness.CLOUD_EVENT)).isInstanceOf(Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource({"1", "null", "'[]'", "'\"text\"'"})
  @DisplayName("SYS-5 what is not an object is malformed and has no id")
  void noObject(String json) {
    assertThat(read(json, Strictness.PLAIN_JSON))
        .isInstanceOfSatisfying(Unreadable.class, u -> assertThat(u.id()).isNull());
  }

  @Test
  @DisplayName("a type that is not in the table is named as such")
  void unknownType() {
    assertThat(read(WHOLE.replace("user.active", "user.gone"), Strictness.CLOUD_EVENT))
        .isInstanceOfSatisfying(
            Unreadable.class, u -> assertThat(u.code()).isEqualTo("event.unknown-type"));
  }
}
