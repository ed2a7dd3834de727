package dev.countinghouse.gateway.localissuer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;
import org.jose4j.keys.RsaKeyUtil;

/** A key pair in two PEM files. */
public class LocalKeyFiles implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      KeyPair keys = new RsaKeyUtil().generateKeyPair(2048);
      Path directory = Files.createTempDirectory("local-issuer");
      return Map.of(
          "countinghouse.local-issuer.private-key-file",
          write(directory.resolve("private.pem"), "PRIVATE KEY", keys.getPrivate().getEncoded()),
          "countinghouse.local-issuer.public-key-file",
          write(directory.resolve("public.pem"), "PUBLIC KEY", keys.getPublic().getEncoded()),
          "countinghouse.internal-token.secret",
          "only-for-tests-0123456789-abcdefghijklm");
    } catch (Exception failed) {
      throw new IllegalStateException("no key pair", failed);
    }
  }

  private static String write(Path file, String kind, byte[] key) throws Exception {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    String pem = "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, text, kind);
    return Files.write(file, pem.getBytes(US_ASCII)).toString();
  }

  @Override
  public void stop() {}
}
