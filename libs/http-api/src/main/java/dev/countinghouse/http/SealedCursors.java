package dev.countinghouse.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A cursor is base64url over the HMAC-SHA256 of list and position, then the position as JSON. */
@ApplicationScoped
public class SealedCursors implements Cursors {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SEAL_BYTES = 32;
  private static final int LONGEST = 2_000;
  private static final TypeReference<List<String>> POSITION = new TypeReference<>() {};

  private final ObjectMapper mapper;
  private final CursorSettings settings;

  SealedCursors(ObjectMapper mapper, CursorSettings settings) {
    this.mapper = mapper;
    this.settings = settings;
  }

  @Override
  public int limit(@Nullable Integer requested) {
    int limit = requested == null ? settings.defaultLimit() : requested;
    if (limit < 1 || limit > settings.maxLimit()) {
      throw new ProblemException(
          Problem.of(400, "page.limit", "A page cannot have that many items.")
              .blaming("limit", "an integer from 1 to " + settings.maxLimit()));
    }
    return limit;
  }

  @Override
  public String seal(String list, List<String> position) {
    byte[] json = json(position);
    byte[] sealed = Arrays.copyOf(sealOf(list, json), SEAL_BYTES + json.length);
    System.arraycopy(json, 0, sealed, SEAL_BYTES, json.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  @Override
  public @Nullable List<String> open(String list, @Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    byte[] sealed = decoded(cursor);
    if (sealed.length <= SEAL_BYTES) {
      throw foreign();
    }
    byte[] json = Arrays.copyOfRange(sealed, SEAL_BYTES, sealed.length);
    if (!MessageDigest.isEqual(sealOf(list, json), Arrays.copyOf(sealed, SEAL_BYTES))) {
      throw foreign();
    }
    return position(json);
  }

  private byte[] sealOf(String list, byte[] json) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret(), ALGORITHM));
      mac.update(list.getBytes(UTF_8));
      mac.update((byte) 0); // no list's name can run into the position
      return mac.doFinal(json);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }

  /** Prefixed, so that a seal is never a signature of something else made with the same secret. */
  private byte[] secret() {
    String secret = settings.secret().filter(text -> !text.isBlank()).orElseThrow(Missing::new);
    return ("cursor:" + secret).getBytes(UTF_8);
  }

  private byte[] json(List<String> position) {
    try {
      return mapper.writeValueAsBytes(position);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("strings can be written as JSON", impossible);
    }
  }

  private List<String> position(byte[] json) {
    try {
      return List.copyOf(mapper.readValue(json, POSITION));
    } catch (IOException impossible) {
      throw new IllegalStateException("what was sealed can be read", impossible);
    }
  }

  private static byte[] decoded(String cursor) {
    try {
      return cursor.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      throw foreign();
    }
  }

  private static ProblemException foreign() {
    return new ProblemException(
        Problem.of(400, "page.cursor", "The cursor is not one that this list gave out.")
            .blaming("cursor", "the next of an earlier page of the same list, unchanged"));
  }

  private static final class Missing extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Missing() {
      super("Set countinghouse.cursors.secret or countinghouse.internal-token.secret.");
    }
  }
}
