package dev.countinghouse.localstack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token as one service shows it to another, for tests and benchmarks that call {@code /internal}.
 * By hand, so that this module needs no service's library; {@code libs/caller} is who reads it.
 */
final class InternalToken {

  private static final Duration LIFETIME = Duration.ofHours(2);
  private static final String ALGORITHM = "HmacSHA256";

  private InternalToken() {}

  /** A token of a service that may see every channel. */
  static String ofService(String secret, String subject) {
    long now = Instant.now().getEpochSecond();
    String claims =
        "{\"sub\":\"%s\",\"roles\":[\"SERVICE\"],\"kind\":\"service\",\"channels\":\"*\",\"iss\":\"countinghouse\",\"iat\":%d,\"exp\":%d}"
            .formatted(subject, now, now + LIFETIME.toSeconds());
    String signed =
        encode("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + encode(claims.getBytes(StandardCharsets.UTF_8));
    return signed + "." + encode(signature(secret, signed));
  }

  private static byte[] signature(String secret, String signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
