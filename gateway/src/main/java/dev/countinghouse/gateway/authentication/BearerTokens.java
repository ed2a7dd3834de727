package dev.countinghouse.gateway.authentication;

import dev.countinghouse.gateway.domain.Credential;
import dev.countinghouse.gateway.domain.Identity;
import dev.countinghouse.gateway.refusal.Refusal;
import dev.countinghouse.gateway.refusal.Verdict;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Tokens of the issuer. */
@ApplicationScoped
class BearerTokens {

  private static final Logger LOG = Logger.getLogger(BearerTokens.class);

  private static final BiConsumer<RoutingContext, Throwable> NO_ANSWER = (http, failure) -> {};

  private final IdentityProviderManager providers;

  BearerTokens(IdentityProviderManager providers) {
    this.providers = providers;
  }

  /** Has quarkus-oidc verify the token of the request's {@code Authorization} header. */
  Uni<Verdict<Identity>> prove(RoutingContext http, Credential.Token token) {
    // The framework would answer by itself, without a problem document.
    http.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, NO_ANSWER);
    return QuarkusHttpUser.getSecurityIdentity(http, providers)
        .map(verified -> verdict(verified, token))
        .onFailure(AuthenticationFailedException.class)
        .recoverWithItem(BearerTokens::rejected)
        .onFailure(OIDCException.class)
        .recoverWithItem(BearerTokens::unverifiable);
  }

  private static Verdict<Identity> verdict(SecurityIdentity verified, Credential.Token token) {
    if (verified.isAnonymous() || !(verified.getPrincipal() instanceof JsonWebToken claims)) {
      return Verdict.refused(Refusal.invalidToken());
    }
    String fingerprint = Fingerprints.sha256(token.value());
    return Verdict.passed(Identity.ofToken(claims.getSubject(), verified.getRoles(), fingerprint));
  }

  private static Verdict<Identity> unverifiable(Throwable reason) {
    LOG.warnf("no bearer token can be verified: %s", reason.getMessage());
    return Verdict.refused(Refusal.issuerUnavailable());
  }

  private static Verdict<Identity> rejected(Throwable reason) {
    LOG.debugf("bearer token rejected: %s", reason.getMessage());
    return Verdict.refused(Refusal.invalidToken());
  }
}
