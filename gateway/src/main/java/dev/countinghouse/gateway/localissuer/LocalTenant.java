package dev.countinghouse.gateway.localissuer;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Has quarkus-oidc verify tokens by the local issuer's public key; in every other profile the
 * configured provider's keys are used and this stays silent.
 */
@ApplicationScoped
public class LocalTenant implements TenantConfigResolver {

  private final LocalProfile profile;
  private final LocalKeys keys;
  private final LocalIssuerSettings settings;
  private final String audience;
  private final String rolesClaim;
  private volatile @Nullable OidcTenantConfig tenant;

  LocalTenant(
      LocalProfile profile,
      LocalKeys keys,
      LocalIssuerSettings settings,
      @ConfigProperty(name = "quarkus.oidc.token.audience") String audience,
      @ConfigProperty(name = "quarkus.oidc.roles.role-claim-path") String rolesClaim) {
    this.profile = profile;
    this.keys = keys;
    this.settings = settings;
    this.audience = audience;
    this.rolesClaim = rolesClaim;
  }

  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext http, OidcRequestContext<OidcTenantConfig> context) {
    return profile.isActive() ? Uni.createFrom().item(this::tenant) : Uni.createFrom().nullItem();
  }

  private OidcTenantConfig tenant() {
    OidcTenantConfig known = tenant;
    if (known == null) {
      known =
          OidcTenantConfig.builder()
              .tenantId("local")
              .publicKey(keys.publicPem())
              .token()
              .issuer(settings.issuer())
              .audience(audience)
              .subjectRequired()
              .end()
              .roles()
              .roleClaimPath(rolesClaim)
              .end()
              .build();
      tenant = known;
    }
    return known;
  }
}
