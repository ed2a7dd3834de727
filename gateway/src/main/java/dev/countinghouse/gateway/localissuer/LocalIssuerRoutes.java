package dev.countinghouse.gateway.localissuer;

import dev.countinghouse.gateway.refusal.Refusal;
import dev.countinghouse.gateway.refusal.Refusals;
import dev.countinghouse.gateway.refusal.Verdict;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The local issuer's paths; registered under the profile {@code local} and nowhere else. */
@ApplicationScoped
public class LocalIssuerRoutes {

  private static final String BASE = "/local-issuer";
  private static final long LONGEST_REQUEST = 16_384;

  private final LocalProfile profile;
  private final LocalTokens tokens;
  private final LocalIssuerSettings settings;
  private final Refusals refusals;

  LocalIssuerRoutes(
      LocalProfile profile, LocalTokens tokens, LocalIssuerSettings settings, Refusals refusals) {
    this.profile = profile;
    this.tokens = tokens;
    this.settings = settings;
    this.refusals = refusals;
  }

  void register(@Observes Router router) {
    if (!profile.isActive()) {
      return;
    }
    router
        .post(BASE + "/token")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_REQUEST))
        .handler(this::token)
        .failureHandler(http -> refusals.write(http, Refusal.bodyTooLarge(LONGEST_REQUEST)));
    router.get(BASE + "/jwks").handler(http -> json(http, tokens.keySet()));
    router
        .get(BASE + "/.well-known/openid-configuration")
        .handler(http -> json(http, discovery(http).encode()));
  }

  private void token(RoutingContext http) {
    // A page of another origin cannot send this type without asking first, and is refused then.
    if (!isJson(http.request().getHeader("Content-Type"))) {
      refusals.write(http, Refusal.mediaTypeUnsupported("application/json"));
      return;
    }
    String body = Objects.requireNonNullElse(http.body().asString(), "");
    switch (TokenRequest.parse(body, settings)) {
      case Verdict.Passed<TokenRequest>(var request) -> json(http, answer(tokens.issue(request)));
      case Verdict.Refused<TokenRequest>(var refusal) -> refusals.write(http, refusal);
    }
  }

  private static String answer(LocalTokens.Issued issued) {
    return new JsonObject()
        .put("token", issued.token())
        .put("expiresAt", issued.expiresAt().toString())
        .encode();
  }

  private JsonObject discovery(RoutingContext http) {
    String here = http.request().scheme() + "://" + http.request().authority() + BASE;
    return new JsonObject()
        .put("issuer", settings.issuer())
        .put("token_endpoint", here + "/token")
        .put("jwks_uri", here + "/jwks")
        .put("response_types_supported", new JsonArray().add("token"))
        .put("subject_types_supported", new JsonArray().add("public"))
        .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"));
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null && contentType.startsWith("application/json");
  }

  private static void json(RoutingContext http, String text) {
    http.response().putHeader("Content-Type", "application/json").end(text);
  }
}
