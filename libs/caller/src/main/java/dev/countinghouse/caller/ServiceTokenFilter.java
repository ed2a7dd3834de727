package dev.countinghouse.caller;

import dev.countinghouse.contracts.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs a call to another service as this service: role service, every channel. */
@ApplicationScoped
public class ServiceTokenFilter implements ClientRequestFilter {

  private final InternalTokens tokens;
  private final Caller self;

  ServiceTokenFilter(
      InternalTokens tokens, @ConfigProperty(name = "countinghouse.service") String service) {
    this.tokens = tokens;
    this.self = new Caller("service:" + service, Set.of(Role.SERVICE), new ChannelScope.All());
  }

  @Override
  public void filter(ClientRequestContext call) {
    call.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.issue(self));
  }
}
