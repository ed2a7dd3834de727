package dev.countinghouse.gateway.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that name a credential. */
final class Fingerprints {

  private Fingerprints() {}

  /** SHA-256 of the credential in lower-case hex: how subscription knows API keys. */
  static String sha256(String credential) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(credential.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
