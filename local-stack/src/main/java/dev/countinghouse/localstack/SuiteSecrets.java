package dev.countinghouse.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What the services of one data directory share in secret: the key of the internal tokens and the
 * key pair of the local issuer. Made once, kept beside the data, readable by the owner only.
 */
record SuiteSecrets(String internalToken, Path issuerPrivateKey, Path issuerPublicKey) {

  private static final int RSA_BITS = 2048;

  static SuiteSecrets in(Path directory) {
    Path home = Directories.make(directory.resolve("secrets"));
    Path token = home.resolve("internal-token");
    Path privateKey = home.resolve("issuer-private.pem");
    Path publicKey = home.resolve("issuer-public.pem");
    try {
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
      if (!Files.exists(token)) {
        write(privateKey, publicKey);
        Files.writeString(token, random());
      }
      return new SuiteSecrets(Files.readString(token).strip(), privateKey, publicKey);
    } catch (IOException e) {
      throw new StackException("cannot keep secrets in " + home + ": " + e.getMessage(), e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void write(Path privateKey, Path publicKey) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      KeyPair pair = generator.generateKeyPair();
      Files.writeString(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      Files.writeString(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String kind, byte[] encoded) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(kind, lines.encodeToString(encoded));
  }
}
