package dev.countinghouse.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.caller.InternalTokens;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.Role;
import dev.countinghouse.contracts.internal.Progress;
import dev.countinghouse.localstack.testing.StackTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RunningService.class)
@WithTestResource(StackTestResource.class)
class ProgressTest {

  @Inject Books books;
  @Inject Consumption consumption;
  @Inject InternalTokens tokens;
  @Inject SlowWork slow;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrap;

  private final String channel = Ids.create(Ids.CHANNEL);

  @Test
  @DisplayName("SYS-1 an event is relayed after the commit and applied once")
  void through() {
    // Given / When
    Books.get(books.append(channel, 25));

    // Then
    await().atMost(Books.PATIENCE).until(() -> books.consumed(channel) == 25);
    assertThat(books.effects(channel)).isEqualTo(LongStream.rangeClosed(1, 25).boxed().toList());
  }

  @Test
  @DisplayName("progress tells what is emitted, consumed and pending of the channel")
  void progress() {
    // Given
    Books.get(books.append(channel, 3));
    await().atMost(Books.PATIENCE).until(() -> books.consumed(channel) == 3);
    slow.set(channel, 4);

    // When
    Progress progress = ask(channel, Map.of());

    // Then
    assertThat(progress).isEqualTo(new Progress(3, Map.of("messaging", 3L), 4));
    assertThat(ask(Ids.create(Ids.CHANNEL), Map.of())).isEqualTo(new Progress(0, Map.of(), 0));
  }

  @Test
  @DisplayName("a question with atLeast is answered when that event is applied")
  void waits() {
    // Given
    Books.get(books.append(channel, 3));

    // When
    Progress progress =
        ask(channel, Map.of("source", "messaging", "atLeast", 3, "waitMillis", 10_000));

    // Then
    assertThat(progress.consumed()).containsEntry("messaging", 3L);
  }

  @Test
  @DisplayName("a question with atLeast is answered at the latest after waitMillis")
  void waitsNoLonger() {
    // Given / When
    Progress progress = ask(channel, Map.of("source", "messaging", "atLeast", 1, "waitMillis", 50));

    // Then
    assertThat(progress.consumed()).isEmpty();
  }

  @Test
  @DisplayName("a command waits until the other service has applied its events")
  void consumption() {
    // Given
    Books.get(books.append(channel, 5));

    // When
    Books.get(consumption.await("messaging", channel));

    // Then
    assertThat(books.consumed(channel)).isEqualTo(5);
  }

  @Test
  @DisplayName("waiting for a service that is not there fails no command")
  void nobody() {
    // Given / When / Then
    Books.get(consumption.await("nobody", channel));
  }

  @Test
  @DisplayName("SYS-3 only services may ask for progress")
  void onlyServices() {
    // Given
    String owner =
        tokens.issue(new Caller("ann", Set.of(Role.OWNER), new ChannelScope.Only(Set.of(channel))));

    // When
    int status =
        given().auth().oauth2(owner).get("/internal/channels/{c}/progress", channel).statusCode();

    // Then
    assertThat(status).isIn(403, 404);
  }

  @Test
  @DisplayName("a record carries the CloudEvents attributes and the key")
  void headers() {
    try (TopicTail tail = new TopicTail(bootstrap, "countinghouse.messaging.v1", channel)) {
      // Given / When
      Books.get(books.append(channel, 1));

      // Then
      var record = tail.await(1).get(0);
      assertThat(record.key()).isEqualTo(channel);
      assertThat(record.value()).isEqualTo("{\"number\":1,\"failures\":0}");
      assertThat(TopicTail.header(record, "ce_specversion")).isEqualTo("1.0");
      assertThat(TopicTail.header(record, "ce_id")).startsWith("evt_");
      assertThat(TopicTail.header(record, "ce_source")).isEqualTo("messaging");
      assertThat(TopicTail.header(record, "ce_type")).isEqualTo(Happening.TYPE);
      assertThat(TopicTail.header(record, "ce_subject")).isEqualTo(channel);
      assertThat(TopicTail.header(record, "ce_time")).isEqualTo("2024-03-05T00:00:00Z");
      assertThat(TopicTail.header(record, "ce_sequence")).isEqualTo("1");
      assertThat(TopicTail.header(record, "content-type")).isEqualTo("application/json");
    }
  }

  private Progress ask(String of, Map<String, Object> query) {
    Caller service = new Caller("service:test", Set.of(Role.SERVICE), new ChannelScope.All());
    return given()
        .auth()
        .oauth2(tokens.issue(service))
        .queryParams(query)
        .get("/internal/channels/{c}/progress", of)
        .then()
        .statusCode(200)
        .extract()
        .as(Progress.class);
  }
}
