package dev.countinghouse.metering.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countinghouse.metering.domain.CountableEvent;
import dev.countinghouse.metering.domain.UsageEvent;
import dev.countinghouse.metering.envelope.Envelope;
import dev.countinghouse.metering.envelope.EnvelopeReader;
import dev.countinghouse.metering.envelope.EnvelopeReader.Strictness;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The value of a record: a CloudEvent in structured mode with the extension {@code localday}, the
 * local day on which it counts. Intake knows the channel's zone; the counting need not ask for it.
 */
public final class UsageRecord {

  public static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

  private static final String LOCAL_DAY = "localday";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private UsageRecord() {}

  /** What a value says. */
  public sealed interface Content {

    record Countable(CountableEvent event) implements Content {}

    /**
     * @param reason for the dead letter: field and what was expected
     */
    record Poison(String reason) implements Content {}
  }

  public static byte[] write(CountableEvent event) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("specversion", "1.0").put("id", event.id()).put("source", event.source());
    json.put("type", event.event().type()).put("subject", event.channel());
    json.put("time", event.time().toString()).put(LOCAL_DAY, event.day().toString());
    json.put("datacontenttype", "application/json").set("data", data(event.event()));
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings can be written", e);
    }
  }

  public static Content read(byte @Nullable [] value) {
    JsonNode json = parse(value);
    if (json == null) {
      return new Content.Poison("the value is not JSON");
    }
    LocalDate day = localDay(json);
    if (day == null) {
      return new Content.Poison(LOCAL_DAY + ": expected a date");
    }
    return switch (EnvelopeReader.read(json, Strictness.PLAIN_JSON)) {
      case Envelope.Unreadable u -> new Content.Poison(u.field() + ": expected " + u.expected());
      case Envelope.Readable e ->
          new Content.Countable(
              new CountableEvent(e.channel(), e.source(), e.id(), e.time(), day, e.event()));
    };
  }

  private static ObjectNode data(UsageEvent event) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    event.data().forEach(data::put);
    return data;
  }

  private static @Nullable JsonNode parse(byte @Nullable [] value) {
    try {
      return value == null ? null : MAPPER.readTree(value);
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable LocalDate localDay(JsonNode json) {
    try {
      return LocalDate.parse(json.path(LOCAL_DAY).asText());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
