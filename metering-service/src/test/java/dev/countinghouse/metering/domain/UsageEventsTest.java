package dev.countinghouse.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.metering.domain.UsageEvents.Reading;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UsageEventsTest {

  static Stream<Arguments> wellFormed() {
    return Stream.of(
        Arguments.of("user.active", Map.of("user", "u1")),
        Arguments.of("user.updated", Map.of("user", "u1", "class", "member")),
        Arguments.of("user.imported", Map.of("user", "u1")),
        Arguments.of("user.unified", Map.of("survivor", "u1", "merged", "u2")),
        Arguments.of("conversation.opened", Map.of("conversation", "c1", "by", "user")),
        Arguments.of("conversation.opened", Map.of("conversation", "c1", "by", "agent")),
        Arguments.of("conversation.replied", Map.of("conversation", "c1", "by", "bot")),
        Arguments.of("email.sent", Map.of("purpose", "offline-reply", "recipient", "r1")),
        Arguments.of(
            "email.sent", Map.of("purpose", "nps", "recipient", "r1", "conversation", "c1")),
        Arguments.of("survey.sent", Map.of("recipient", "r1")),
        Arguments.of("workflow.action", Map.of("workflow", "w1")),
        Arguments.of("marketing.sent", Map.of("recipient", "r1")),
        Arguments.of("consult.room-opened", Map.of("room", "r1", "user", "u1")),
        Arguments.of("consult.message", Map.of("room", "r1", "from", "agent")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("wellFormed")
  @DisplayName("every type of the table is understood and says again what it was told")
  void understood(String type, Map<String, String> data) {
    assertThat(UsageEvents.read(type, data))
        .isInstanceOfSatisfying(
            Reading.Understood.class,
            understood -> {
              assertThat(understood.event().type()).isEqualTo(type);
              assertThat(understood.event().data()).isEqualTo(data);
            });
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("user.active", Map.of(), "data.user"),
        Arguments.of("user.active", Map.of("user", ""), "data.user"),
        Arguments.of("user.active", Map.of("user", "u".repeat(201)), "data.user"),
        Arguments.of("user.active", Map.of("user", "a\u0000b"), "data.user"),
        Arguments.of("user.active", Map.of("user", "\ud800"), "data.user"),
        Arguments.of("user.updated", Map.of("user", "u1"), "data.class"),
        Arguments.of("user.updated", Map.of("user", "u1", "class", "MEMBER"), "data.class"),
        Arguments.of("user.unified", Map.of("survivor", "u1"), "data.merged"),
        Arguments.of("user.unified", Map.of("survivor", "u1", "merged", "u1"), "data.merged"),
        Arguments.of("conversation.opened", Map.of("conversation", "c", "by", "bot"), "data.by"),
        Arguments.of("conversation.replied", Map.of("conversation", "c", "by", "user"), "data.by"),
        Arguments.of("email.sent", Map.of("purpose", "spam", "recipient", "r"), "data.purpose"),
        Arguments.of(
            "email.sent",
            Map.of("purpose", "nps", "recipient", "r", "conversation", ""),
            "data.conversation"),
        Arguments.of("consult.message", Map.of("room", "r", "from", "bot"), "data.from"));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("malformed")
  @DisplayName("SYS-5 a field that is missing or wrong is named with what was expected")
  void malformed(String type, Map<String, String> data, String field) {
    assertThat(UsageEvents.read(type, data))
        .isInstanceOfSatisfying(
            Reading.Malformed.class,
            misfit -> {
              assertThat(misfit.field()).isEqualTo(field);
              assertThat(misfit.expected()).isNotEmpty();
            });
  }

  @Test
  @DisplayName("a type that is not in the table is unknown")
  void unknown() {
    assertThat(UsageEvents.read("user.deleted", Map.of("user", "u1")))
        .isEqualTo(new Reading.UnknownType("user.deleted"));
  }

  @Test
  @DisplayName("MAU-1 visited, updated, imported make a user active; nothing else does")
  void activity() {
    assertThat(wellFormed().filter(UsageEventsTest::isActivity).map(a -> a.get()[0]))
        .containsExactlyInAnyOrder("user.active", "user.updated", "user.imported");
  }

  @SuppressWarnings("unchecked")
  private static boolean isActivity(Arguments arguments) {
    Object[] given = arguments.get();
    Reading reading = UsageEvents.read((String) given[0], (Map<String, String>) given[1]);
    return reading instanceof Reading.Understood understood
        && understood.event().activeUser().isPresent();
  }
}
