package dev.countinghouse.messaging.domain;

/**
 * Segments of 140 octets (MSG-3, 3GPP TS 23.038 and 23.040): one GSM 7-bit text of up to 160
 * septets, or parts of 153; one UCS-2 text of up to 70 units, or parts of 67. Neither an escape
 * with its character nor a surrogate pair is split.
 */
final class Segments {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String ESCAPED = "^{}\\[]~|€\f";

  private Segments() {}

  /** How many segments a text takes; an empty text takes one. */
  static int count(String text) {
    return text.codePoints().allMatch(Segments::isGsm)
        ? parts(text, 160, 153, true)
        : parts(text, 70, 67, false);
  }

  private static int parts(String text, int single, int part, boolean gsm) {
    int total = text.codePoints().map(character -> units(character, gsm)).sum();
    if (total <= single) {
      return 1;
    }
    int parts = 1;
    int filled = 0;
    for (int character : text.codePoints().toArray()) {
      int units = units(character, gsm);
      if (filled + units > part) {
        parts++;
        filled = 0;
      }
      filled += units;
    }
    return parts;
  }

  /** Septets of a GSM character, UTF-16 units of any other. */
  private static int units(int character, boolean gsm) {
    if (gsm) {
      return ESCAPED.indexOf(character) >= 0 ? 2 : 1;
    }
    return Character.charCount(character);
  }

  private static boolean isGsm(int character) {
    return BASIC.indexOf(character) >= 0 || ESCAPED.indexOf(character) >= 0;
  }
}
