package dev.countinghouse.gateway.authentication;

import dev.countinghouse.gateway.directory.ApiKeyDirectory;
import dev.countinghouse.gateway.directory.ApiKeyView;
import dev.countinghouse.gateway.domain.Credential;
import dev.countinghouse.gateway.domain.Identity;
import dev.countinghouse.gateway.refusal.Refusal;
import dev.countinghouse.gateway.refusal.Verdict;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Proves who asks. */
@ApplicationScoped
public class Authentication {

  /** The header of an API key, for clients that cannot set {@code Authorization}. */
  public static final String API_KEY_HEADER = "X-Api-Key";

  private final BearerTokens tokens;
  private final ApiKeyDirectory keys;

  Authentication(BearerTokens tokens, ApiKeyDirectory keys) {
    this.tokens = tokens;
    this.keys = keys;
  }

  /** Who sent the request, or 401. */
  public Uni<Verdict<Identity>> prove(RoutingContext http) {
    MultiMap headers = http.request().headers();
    Credential shown =
        Credential.of(headers.getAll("Authorization"), headers.getAll(API_KEY_HEADER));
    return switch (shown) {
      case Credential.None none -> refused(Refusal.authMissing());
      case Credential.Unusable unusable -> refused(Refusal.invalidToken());
      case Credential.Token token -> tokens.prove(http, token);
      case Credential.ApiKey key -> prove(key);
    };
  }

  private Uni<Verdict<Identity>> prove(Credential.ApiKey key) {
    String hash = Fingerprints.sha256(key.value());
    return keys.find(hash).map(answer -> answer.thenNow(found -> holder(found, hash)));
  }

  private static Verdict<Identity> holder(Optional<ApiKeyView> found, String hash) {
    return found.isPresent()
        ? Verdict.passed(found.get().identity(hash))
        : Verdict.refused(Refusal.invalidToken());
  }

  private static Uni<Verdict<Identity>> refused(Refusal refusal) {
    return Uni.createFrom().item(Verdict.refused(refusal));
  }
}
