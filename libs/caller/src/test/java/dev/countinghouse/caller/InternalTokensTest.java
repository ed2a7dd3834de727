package dev.countinghouse.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countinghouse.contracts.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InternalTokensTest {

  private static final String SECRET = "0123456789-0123456789-0123456789";
  private static final Caller OWNER =
      new Caller(
          "sam", Set.of(Role.OWNER, Role.AGENT), new ChannelScope.Only(Set.of("ch_1", "ch_2")));
  private static final Caller SERVICE =
      new Caller("service:prepaid", Set.of(Role.SERVICE), new ChannelScope.All());
  private static final Caller NOBODY = new Caller("new", Set.of(), new ChannelScope.Only(Set.of()));

  private final Hand clock = new Hand();
  private final InternalTokens tokens = tokens(SECRET, "countinghouse");

  @Test
  @DisplayName("SYS-3 what is issued is what is verified")
  void roundTrip() {
    for (Caller caller : List.of(OWNER, SERVICE, NOBODY)) {
      assertThat(tokens.verify(tokens.issue(caller, Duration.ofMinutes(1)))).isEqualTo(caller);
    }
  }

  @Test
  @DisplayName("SYS-3 a token is valid until its last instant and not at it, remembered or not")
  void expiry() {
    String token = tokens.issue(OWNER, Duration.ofSeconds(60));
    clock.advance(Duration.ofMillis(59_999));
    assertThat(tokens.verify(token)).isEqualTo(OWNER);

    clock.advance(Duration.ofMillis(1));

    assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(InvalidToken.class);
    assertThatThrownBy(() -> fresh().verify(token)).isInstanceOf(InvalidToken.class);
  }

  @Test
  @DisplayName("SYS-3 another secret, another issuer, another algorithm are refused")
  void foreign() {
    String otherSecret = tokens("another-secret-of-thirty-two-bytes", "countinghouse").issue(OWNER);
    String otherIssuer = tokens(SECRET, "somebody").issue(OWNER);
    String unsigned = part("{\"alg\":\"none\"}") + "." + otherIssuer.split("\\.")[1] + ".";

    for (String token : List.of(otherSecret, otherIssuer, unsigned, "", "a.b.c")) {
      assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(InvalidToken.class);
    }
  }

  @Test
  @DisplayName("SYS-3 a token with any one character of its claims changed is refused")
  void tampered() {
    String token = tokens.issue(OWNER);
    int from = token.indexOf('.') + 1;

    for (int at = from; at < token.lastIndexOf('.'); at++) {
      String changed = changed(token, at);
      assertThatThrownBy(() -> tokens.verify(changed)).isInstanceOf(InvalidToken.class);
    }
  }

  @Test
  @DisplayName("a caller's token is signed once and renewed at half its life")
  void signedOnce() {
    String first = tokens.issue(SERVICE);
    clock.advance(Duration.ofSeconds(59));
    assertThat(tokens.issue(SERVICE)).isSameAs(first);

    clock.advance(Duration.ofSeconds(1));

    assertThat(tokens.issue(SERVICE)).isNotEqualTo(first);
  }

  @Test
  @DisplayName("a short secret stops the start and the sentence says what to set")
  void shortSecret() {
    assertThatThrownBy(() -> tokens("x".repeat(31), "countinghouse"))
        .hasMessageContaining("31 bytes")
        .hasMessageContaining("at least 32")
        .hasMessageContaining("COUNTINGHOUSE_INTERNAL_TOKEN_SECRET");
    assertThat(tokens("x".repeat(32), "countinghouse")).isNotNull();
  }

  private InternalTokens fresh() {
    return tokens(SECRET, "countinghouse");
  }

  private InternalTokens tokens(String secret, String issuer) {
    return new InternalTokens(new Settings(secret, Duration.ofMinutes(2), issuer, 100), clock);
  }

  private static String changed(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private record Settings(String secret, Duration ttl, String issuer, int remembered)
      implements InternalTokenSettings {}

  /** A clock that a test moves. */
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2024-03-01T00:00:00Z");

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
