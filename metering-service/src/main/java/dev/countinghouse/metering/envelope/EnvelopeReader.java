package dev.countinghouse.metering.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.metering.domain.Names;
import dev.countinghouse.metering.domain.UsageEvents;
import dev.countinghouse.metering.domain.UsageEvents.Reading;
import dev.countinghouse.metering.envelope.Envelope.Readable;
import dev.countinghouse.metering.envelope.Envelope.Unreadable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one CloudEvent. Senders of plain {@code application/json} may leave out {@code specversion}
 * and {@code source}; everything else is the same for them.
 */
public final class EnvelopeReader {

  private static final String TYPES =
      "user.active, user.updated, user.imported, user.unified, conversation.opened,"
          + " conversation.replied, email.sent, survey.sent, workflow.action, marketing.sent,"
          + " consult.room-opened or consult.message";

  private EnvelopeReader() {}

  /** How much of CloudEvents a sender must keep to. */
  public enum Strictness {
    CLOUD_EVENT,
    PLAIN_JSON
  }

  public static Envelope read(JsonNode event, Strictness strictness) {
    String id = name(event, "id");
    String wrong = wrongAttribute(event, strictness);
    if (wrong != null || id == null) {
      return malformed(id, wrong == null ? "id" : wrong);
    }
    Instant time = time(event);
    if (time == null) {
      return malformed(id, "time");
    }
    String source = event.has("source") ? event.path("source").asText() : "";
    return of(id, source, event.path("subject").asText(), time, event);
  }

  private static Envelope of(String id, String source, String channel, Instant time, JsonNode e) {
    String type = e.path("type").asText();
    return switch (UsageEvents.read(type, texts(e.path("data")))) {
      case Reading.Understood understood ->
          new Readable(id, source, channel, time, understood.event());
      case Reading.Malformed misfit ->
          new Unreadable(id, Envelope.MALFORMED, misfit.field(), misfit.expected());
      case Reading.UnknownType unknown -> new Unreadable(id, Envelope.UNKNOWN_TYPE, "type", TYPES);
    };
  }

  /** The first attribute that is wrong, or null. */
  private static @Nullable String wrongAttribute(JsonNode event, Strictness strictness) {
    boolean strict = strictness == Strictness.CLOUD_EVENT;
    if (!event.isObject()) {
      return "";
    }
    if ((strict || event.has("specversion")) && !"1.0".equals(event.path("specversion").asText())) {
      return "specversion";
    }
    if ((strict || event.has("source")) && name(event, "source") == null) {
      return "source";
    }
    for (String attribute : new String[] {"id", "type", "subject"}) {
      if (name(event, attribute) == null) {
        return attribute;
      }
    }
    return event.path("data").isObject() ? null : "data";
  }

  private static Unreadable malformed(@Nullable String id, String field) {
    String expected =
        switch (field) {
          case "" -> "a CloudEvent as a JSON object";
          case "specversion" -> "1.0";
          case "time" -> "an RFC 3339 time with an offset, as 2024-03-01T10:00:00Z";
          case "data" -> "a JSON object";
          default -> Names.EXPECTED;
        };
    return new Unreadable(id, Envelope.MALFORMED, field, expected);
  }

  private static @Nullable String name(JsonNode event, String attribute) {
    JsonNode value = event.path(attribute);
    return value.isTextual() && Names.isName(value.textValue()) ? value.textValue() : null;
  }

  private static @Nullable Instant time(JsonNode event) {
    try {
      return OffsetDateTime.parse(event.path("time").asText()).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Map<String, String> texts(JsonNode data) {
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : data.properties()) {
      texts.put(field.getKey(), field.getValue().isTextual() ? field.getValue().textValue() : "");
    }
    return texts;
  }
}
