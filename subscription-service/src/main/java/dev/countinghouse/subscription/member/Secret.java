package dev.countinghouse.subscription.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The text of an API key: {@code chk_} and 256 random bits. */
record Secret(String text) {

  private static final int BYTES = 32;

  /** A new one. */
  static Secret create() {
    byte[] random = new byte[BYTES];
    Holder.RANDOM.nextBytes(random);
    return new Secret("chk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** Its SHA-256. No salt and no stretching: 256 random bits cannot be guessed. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "chk_…";
  }

  /** Made on first use: a native image must not carry a seeded random source. */
  private static final class Holder {
    static final SecureRandom RANDOM = new SecureRandom();
  }
}
