package dev.countinghouse.subscription.pricebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.countinghouse.subscription.domain.PriceBook;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A price book as it was published.
 *
 * @param book what it says
 * @param json its content, in the order it was written
 * @param hash of the content whatever the order of its members, its format and its comments
 */
record BookDocument(PriceBook book, String json, String hash) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();
  private static final ObjectMapper YAML =
      YAMLMapper.builder(new YAMLFactory())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** Reads a book that is written as YAML. */
  static BookDocument ofYaml(String text) throws InvalidBook {
    return read(YAML, text, "a YAML document");
  }

  /** Reads a book that is written as JSON. */
  static BookDocument ofJson(String text) throws InvalidBook {
    return read(JSON, text, "a JSON document");
  }

  /** Reads a published book. */
  static PriceBook published(String json) throws InvalidBook {
    try {
      return BookReader.read(JSON.readTree(json));
    } catch (JsonProcessingException malformed) {
      throw new InvalidBook("", malformed.getOriginalMessage());
    }
  }

  /** What must be another way before it is published; what is published already stays so. */
  Optional<InvalidBook> objection() {
    try {
      ItemChecks.check(Node.root(JSON.readTree(json)));
      return Optional.empty();
    } catch (InvalidBook objection) {
      return Optional.of(objection);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("it was written as JSON", impossible);
    }
  }

  private static BookDocument read(ObjectMapper format, String text, String expected)
      throws InvalidBook {
    try {
      JsonNode tree = format.readTree(text);
      PriceBook book = BookReader.read(tree);
      return new BookDocument(book, JSON.writeValueAsString(tree), hash(tree));
    } catch (JsonProcessingException malformed) {
      throw new InvalidBook("", expected + ": " + malformed.getOriginalMessage());
    }
  }

  private static String hash(JsonNode tree) throws JsonProcessingException {
    // As plain maps: only those are written in the order of their keys.
    byte[] sorted = JSON.writeValueAsString(JSON.treeToValue(tree, Object.class)).getBytes(UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sorted));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
