package dev.countinghouse.messaging.message;

import dev.countinghouse.messaging.MessagingSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for a number or a text in the log: equal ones have equal fingerprints, and none can
 * be read back (MSG-9).
 */
@ApplicationScoped
class Fingerprints {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_SECRET = 32;

  private final SecretKeySpec key;

  Fingerprints(MessagingSettings settings) {
    byte[] secret = settings.fingerprintSecret().getBytes(StandardCharsets.UTF_8);
    if (secret.length < MIN_SECRET) {
      throw new IllegalStateException(
          "countinghouse.messaging.fingerprint-secret must have at least 32 bytes");
    }
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  String of(String clear) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(clear.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
