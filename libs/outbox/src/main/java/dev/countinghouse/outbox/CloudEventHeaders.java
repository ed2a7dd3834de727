package dev.countinghouse.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 in Kafka's binary content mode: the attributes are headers, the value is the
 * data. The extension attribute {@code sequence} is the event's place within source and key.
 */
final class CloudEventHeaders {

  private static final String VERSION = "ce_specversion";
  private static final String ID = "ce_id";
  private static final String SOURCE = "ce_source";
  private static final String TYPE = "ce_type";
  private static final String SUBJECT = "ce_subject";
  private static final String TIME = "ce_time";
  private static final String SEQUENCE = "ce_sequence";
  private static final String CONTENT_TYPE = "content-type";
  private static final String TRACEPARENT = "traceparent";

  /** RFC 3339 has four digits, and not every database has more. */
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private CloudEventHeaders() {}

  /** The record of a row. */
  static ProducerRecord<String, String> write(String topic, String source, OutboxRow row) {
    ProducerRecord<String, String> record = new ProducerRecord<>(topic, row.key(), row.data());
    Headers headers = record.headers();
    put(headers, VERSION, "1.0");
    put(headers, ID, row.id());
    put(headers, SOURCE, source);
    put(headers, TYPE, row.type());
    put(headers, SUBJECT, row.key());
    put(headers, TIME, row.occurredAt().toString());
    put(headers, SEQUENCE, Long.toString(row.sequence()));
    put(headers, CONTENT_TYPE, "application/json");
    String traceparent = row.traceparent();
    if (traceparent != null) {
      put(headers, TRACEPARENT, traceparent);
    }
    return record;
  }

  /** The event in a record; one that is none is a {@link PermanentFailure} that says why. */
  static IncomingEvent read(
      ConsumerRecord<String, String> record, Function<String, EventData> data) {
    String value = record.value();
    if (value == null) {
      throw new PermanentFailure("the record has no value");
    }
    if (value.indexOf('\0') >= 0) {
      throw new PermanentFailure("the record's value holds a NUL, which no text may");
    }
    return new IncomingEvent(
        required(record, ID),
        required(record, SOURCE),
        required(record, TYPE),
        required(record, SUBJECT),
        sequence(record),
        time(record),
        data.apply(value));
  }

  static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(UTF_8));
  }

  private static long sequence(ConsumerRecord<String, String> record) {
    String text = required(record, SEQUENCE);
    try {
      long sequence = Long.parseLong(text);
      if (sequence > 0) {
        return sequence;
      }
    } catch (NumberFormatException cause) {
      throw new PermanentFailure(SEQUENCE + " is not a number: " + text, cause);
    }
    throw new PermanentFailure(SEQUENCE + " is not above 0: " + text);
  }

  private static Instant time(ConsumerRecord<String, String> record) {
    String text = required(record, TIME);
    try {
      Instant time = Instant.parse(text);
      if (time.isBefore(YEAR_10000)) {
        return time;
      }
    } catch (DateTimeParseException cause) {
      throw new PermanentFailure(TIME + " is not RFC 3339: " + text, cause);
    }
    throw new PermanentFailure(TIME + " has a year of more than four digits: " + text);
  }

  private static String required(ConsumerRecord<String, String> record, String name) {
    String value = optional(record, name);
    if (value == null || value.isBlank()) {
      throw new PermanentFailure("the header " + name + " is missing");
    }
    if (value.indexOf('\0') >= 0) {
      throw new PermanentFailure("the header " + name + " holds a NUL");
    }
    return value;
  }

  private static @Nullable String optional(ConsumerRecord<String, String> record, String name) {
    Header header = record.headers().lastHeader(name);
    byte[] value = header == null ? null : header.value();
    return value == null ? null : new String(value, UTF_8);
  }
}
