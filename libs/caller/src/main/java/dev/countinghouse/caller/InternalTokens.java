package dev.countinghouse.caller;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jose4j.jwa.AlgorithmConstraints.ConstraintType.PERMIT;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Makes and verifies internal tokens: JWTs signed with HS256, of a few minutes. What was made or
 * verified is remembered, so that a caller costs one signature and one verification a minute, not
 * one a request.
 */
@ApplicationScoped
public class InternalTokens {

  private static final int SHORTEST_SECRET = 32;

  private final InternalTokenSettings settings;
  private final Clock clock;
  private final HmacKey key;
  private final Cache<Caller, Timed<String>> made;
  private final Cache<String, Timed<Caller>> verified;

  @Inject
  public InternalTokens(InternalTokenSettings settings) {
    this(settings, Clock.systemUTC());
  }

  InternalTokens(InternalTokenSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.key = key(settings.secret());
    this.made = Caffeine.newBuilder().maximumSize(settings.remembered()).build();
    this.verified = Caffeine.newBuilder().maximumSize(settings.remembered()).build();
  }

  /** Makes the key at the start, so that a bad secret stops the program and not a request. */
  void start(@Observes StartupEvent event) {
    HmacKey unused = key(settings.secret());
  }

  /**
   * A token of the configured lifetime; the same one is given out for the first half of its life.
   */
  public String issue(Caller caller) {
    Timed<String> last = made.getIfPresent(caller);
    Instant now = clock.instant();
    if (last != null && now.isBefore(last.until())) {
      return last.value();
    }
    String token = issue(caller, settings.ttl());
    made.put(caller, new Timed<>(token, now.plus(settings.ttl().dividedBy(2))));
    return token;
  }

  /** A new token that is valid for {@code ttl}. */
  public String issue(Caller caller, Duration ttl) {
    JwtClaims claims = TokenClaims.of(caller);
    Instant now = clock.instant();
    claims.setIssuer(settings.issuer());
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(ttl).getEpochSecond()));
    return sign(claims);
  }

  /**
   * Who the token speaks of.
   *
   * @throws InvalidToken when it is forged, broken, of another issuer or expired
   */
  public Caller verify(String token) {
    Timed<Caller> known = verified.getIfPresent(token);
    if (known == null) {
      known = read(token);
      verified.put(token, known);
    }
    if (!clock.instant().isBefore(known.until())) {
      verified.invalidate(token);
      throw new InvalidToken("the token has expired");
    }
    return known.value();
  }

  private Timed<Caller> read(String token) {
    try {
      JwtClaims claims = consumer().processToClaims(token);
      Instant until = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
      return new Timed<>(TokenClaims.caller(claims), until);
    } catch (InvalidJwtException broken) {
      throw new InvalidToken(
          broken.hasExpired() ? "the token has expired" : "the token is not one of ours");
    } catch (MalformedClaimException | IllegalArgumentException | NullPointerException foreign) {
      throw new InvalidToken("the token's claims are not those of a caller");
    }
  }

  private JwtConsumer consumer() {
    return new JwtConsumerBuilder()
        .setVerificationKey(key)
        .setJwsAlgorithmConstraints(PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
        .setExpectedIssuer(settings.issuer())
        .setRequireSubject()
        .setRequireExpirationTime()
        .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
        .build();
  }

  private String sign(JwtClaims claims) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key);
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException impossible) {
      throw new IllegalStateException("HS256 must sign with any key of 32 bytes", impossible);
    }
  }

  private static HmacKey key(String secret) {
    byte[] bytes = secret.getBytes(UTF_8);
    if (bytes.length < SHORTEST_SECRET) {
      throw new IllegalStateException(
          "countinghouse.internal-token.secret has %d bytes; it needs at least %d. Set COUNTINGHOUSE_INTERNAL_TOKEN_SECRET to a random text of that length, the same for the gateway and every service."
              .formatted(bytes.length, SHORTEST_SECRET));
    }
    return new HmacKey(bytes);
  }

  private record Timed<T>(T value, Instant until) {}
}
