package dev.countinghouse.messaging.domain;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** Lengths in code page 949, which Korean carriers count in (MSG-1). */
final class Cp949 {

  private static final Charset CHARSET = Charset.forName("x-windows-949");

  private Cp949() {}

  /** What a text is in code page 949. */
  sealed interface Length {

    record Bytes(int count) implements Length {}

    /**
     * The first character that the code page lacks.
     *
     * @param position 0-based, in code points
     */
    record Missing(String character, int position) implements Length {}
  }

  static Length of(String text) {
    CharsetEncoder encoder = CHARSET.newEncoder();
    int position = 0;
    for (int index = 0; index < text.length(); position++) {
      String character = Character.toString(text.codePointAt(index));
      if (!encoder.canEncode(character)) {
        return new Length.Missing(character, position);
      }
      index += character.length();
    }
    return new Length.Bytes(text.getBytes(CHARSET).length);
  }
}
