package dev.countinghouse.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * Whether every text of a JSON document can be stored as it is. Half a surrogate pair cannot: it
 * would be kept as a question mark, so that what is written under a name is not found by it, and
 * two names become one (PU-4).
 */
final class WellFormedText {

  private static final int NONE = -1;

  private WellFormedText() {}

  /** Looks at the bytes, before anything is made of them; what is UTF-8 and no JSON may pass. */
  static boolean isIn(byte[] json) {
    return isUtf8(json) && hasWholePairs(json);
  }

  /**
   * Strictly, as the reader is not: it makes halves of pairs of bytes that stand for no character.
   * No text of JSON has a byte of 0, and every one in UTF-16, which the reader takes too, has some.
   */
  private static boolean isUtf8(byte[] json) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).chars().noneMatch(unit -> unit == 0);
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  private static boolean hasWholePairs(byte[] json) {
    for (int place = 0; place < json.length; place++) {
      if (json[place] == '\\') {
        int end = endOfEscape(json, place);
        if (end == NONE) {
          return false;
        }
        place = end;
      }
    }
    return true;
  }

  /**
   * The last byte of the escape, or of the pair of escapes; none where half of a pair is missing.
   */
  private static int endOfEscape(byte[] json, int place) {
    int unit = unit(json, place);
    if (unit == NONE) {
      return place + 1;
    }
    if (Character.isHighSurrogate((char) unit)) {
      int next = unit(json, place + 6);
      return next != NONE && Character.isLowSurrogate((char) next) ? place + 11 : NONE;
    }
    return Character.isLowSurrogate((char) unit) ? NONE : place + 5;
  }

  /** The UTF-16 unit of a backslash, u and four digits; none where there are not these. */
  private static int unit(byte[] json, int place) {
    if (place + 5 >= json.length || json[place] != '\\' || json[place + 1] != 'u') {
      return NONE;
    }
    int unit = 0;
    for (int digit = place + 2; digit < place + 6; digit++) {
      int value = Character.digit((char) json[digit], 16);
      if (value < 0) {
        return NONE;
      }
      unit = unit * 16 + value;
    }
    return unit;
  }
}
