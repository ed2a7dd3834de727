package dev.countinghouse.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.contracts.Role;
import dev.countinghouse.contracts.RouteMatch;
import dev.countinghouse.contracts.Routes;
import dev.countinghouse.contracts.internal.Membership;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccessRulesTest {

  private static final List<Membership> OWNS_A_SERVES_B =
      List.of(new Membership("ch_a", Role.OWNER), new Membership("ch_b", Role.AGENT));

  @Test
  @DisplayName("SYS-3 a call on a channel carries that channel and the role held there, no more")
  void onOneChannel() {
    // When an agent of ch_b, who owns ch_a, reads the balance of ch_b
    AccessDecision decision = member("GET", "/v1/channels/ch_b/pu", OWNS_A_SERVES_B);
    // Then the service sees an agent of ch_b
    assertThat(decision).isEqualTo(admitted("ann", Set.of(Role.AGENT), Set.of("ch_b")));
  }

  @Test
  @DisplayName("SYS-3 a role of one channel does not count on another")
  void rolesDoNotSpread() {
    assertThat(member("POST", "/v1/channels/ch_b/trial", OWNS_A_SERVES_B))
        .isEqualTo(new AccessDecision.RoleForbids());
  }

  @Test
  @DisplayName("SYS-3 a channel of others is hidden, whatever the call")
  void hidden() {
    assertThat(member("GET", "/v1/channels/ch_x/pu", OWNS_A_SERVES_B))
        .isEqualTo(new AccessDecision.ChannelHidden());
    assertThat(member("POST", "/v1/channels/ch_x/trial", OWNS_A_SERVES_B))
        .isEqualTo(new AccessDecision.ChannelHidden());
  }

  @Test
  @DisplayName("SYS-3 a call without a channel names only channels on which the role allows it")
  void acrossChannels() {
    assertThat(member("POST", "/v1/events", OWNS_A_SERVES_B))
        .isEqualTo(admitted("ann", Set.of(Role.OWNER), Set.of("ch_a")));
    assertThat(member("GET", "/v1/channels", OWNS_A_SERVES_B))
        .isEqualTo(admitted("ann", Set.of(Role.OWNER, Role.AGENT), Set.of("ch_a", "ch_b")));
  }

  @Test
  @DisplayName("SYS-3 who is nothing yet may make a channel, and nothing else without one")
  void newcomer() {
    assertThat(member("POST", "/v1/channels", List.of()))
        .isEqualTo(admitted("ann", Set.of(), Set.of()));
    assertThat(member("POST", "/v1/events", List.of())).isEqualTo(new AccessDecision.RoleForbids());
  }

  @Test
  @DisplayName("SYS-3 an internal token names at most 200 channels")
  void bounded() {
    List<Membership> many =
        IntStream.rangeClosed(1, 201).mapToObj(i -> new Membership("ch_" + i, Role.OWNER)).toList();
    AccessDecision decision = member("GET", "/v1/channels", many);
    assertThat(decision).isInstanceOf(AccessDecision.Admitted.class);
    ChannelScope scope = ((AccessDecision.Admitted) decision).caller().scope();
    assertThat(((ChannelScope.Only) scope).channels()).hasSize(200);
  }

  @Test
  @DisplayName("SYS-3 operator and service see every channel, but not every call")
  void suite() {
    assertThat(suite("GET", "/v1/channels/ch_x/pu", Role.SERVICE))
        .isEqualTo(admitted("sam", Set.of(Role.SERVICE), Set.of("ch_x")));
    assertThat(suite("POST", "/v1/channels/ch_x/trial", Role.SERVICE))
        .isEqualTo(new AccessDecision.RoleForbids());
    assertThat(suite("POST", "/v1/events", Role.OPERATOR))
        .isEqualTo(
            new AccessDecision.Admitted(
                new Caller("sam", Set.of(Role.OPERATOR), new ChannelScope.All())));
  }

  @Test
  @DisplayName("SYS-3 a role claim grants suite-wide roles only")
  void claims() {
    assertThat(Identity.ofToken("ann", List.of("owner", "ADMIN", "partner"), "f"))
        .isEqualTo(new Identity.Person("ann", "f"));
    assertThat(Identity.ofToken("ann", List.of("owner", "Operator"), "f"))
        .isEqualTo(new Identity.Suite("ann", Set.of(Role.OPERATOR), "f"));
  }

  private static AccessDecision member(String method, String path, List<Membership> held) {
    return AccessRules.ofMember(found(method, path), "ann", held);
  }

  private static AccessDecision suite(String method, String path, Role role) {
    return AccessRules.ofSuite(
        found(method, path), new Identity.Suite("sam", Set.of(role), "fingerprint"));
  }

  private static RouteMatch.Found found(String method, String path) {
    return (RouteMatch.Found) Routes.match(method, path);
  }

  private static AccessDecision admitted(String subject, Set<Role> roles, Set<String> channels) {
    return new AccessDecision.Admitted(new Caller(subject, roles, new ChannelScope.Only(channels)));
  }
}
