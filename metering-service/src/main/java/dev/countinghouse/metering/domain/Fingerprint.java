package dev.countinghouse.metering.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An event's name and content in fixed width, so that the table that remembers every event stays
 * small. Both come from SHA-256: 128 bits name the event within its channel, 64 tell whether the
 * same name came with other content. The parts are joined by a character that no part can contain.
 *
 * @param key of source and id
 * @param content of type, time and data; not of how the JSON was written
 */
public record Fingerprint(UUID key, long content) {

  static Fingerprint of(CountableEvent event) {
    ByteBuffer name = digest(event.source() + '\0' + event.id());
    StringBuilder said = new StringBuilder(event.event().type()).append('\0').append(event.time());
    new TreeMap<>(event.event().data())
        .forEach((field, value) -> said.append('\0').append(field).append('\0').append(value));
    ByteBuffer content = digest(said.toString());
    return new Fingerprint(new UUID(name.getLong(), name.getLong()), content.getLong());
  }

  private static ByteBuffer digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
