package dev.countinghouse.caller;

import dev.countinghouse.contracts.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** A caller as claims: {@code sub}, {@code roles}, {@code channels} (a list, or {@code "*"}). */
final class TokenClaims {

  private static final String ROLES = "roles";
  private static final String CHANNELS = "channels";
  private static final String EVERY_CHANNEL = "*";
  private static final String KIND = "kind";

  private TokenClaims() {}

  static JwtClaims of(Caller caller) {
    JwtClaims claims = new JwtClaims();
    claims.setSubject(caller.subject());
    claims.setStringListClaim(ROLES, caller.roles().stream().map(Role::name).sorted().toList());
    claims.setStringClaim(KIND, caller.roles().contains(Role.SERVICE) ? "service" : "person");
    switch (caller.scope()) {
      case ChannelScope.All all -> claims.setStringClaim(CHANNELS, EVERY_CHANNEL);
      case ChannelScope.Only only ->
          claims.setStringListClaim(CHANNELS, List.copyOf(new TreeSet<>(only.channels())));
    }
    return claims;
  }

  static Caller caller(JwtClaims claims) throws MalformedClaimException {
    Set<Role> roles =
        claims.getStringListClaimValue(ROLES).stream()
            .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
    return new Caller(claims.getSubject(), roles, scope(claims));
  }

  private static ChannelScope scope(JwtClaims claims) throws MalformedClaimException {
    if (EVERY_CHANNEL.equals(claims.getClaimValue(CHANNELS))) {
      return new ChannelScope.All();
    }
    return new ChannelScope.Only(Set.copyOf(claims.getStringListClaimValue(CHANNELS)));
  }
}
