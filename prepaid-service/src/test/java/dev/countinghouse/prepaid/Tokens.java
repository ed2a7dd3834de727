package dev.countinghouse.prepaid;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.caller.InternalTokens;
import dev.countinghouse.contracts.Role;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Requests as the gateway or another service would send them. */
@ApplicationScoped
public class Tokens {

  private final InternalTokens tokens;

  Tokens(InternalTokens tokens) {
    this.tokens = tokens;
  }

  public RequestSpecification service() {
    return as(new Caller("service:test", Set.of(Role.SERVICE), new ChannelScope.All()));
  }

  public RequestSpecification operator() {
    return as(new Caller("operator", Set.of(Role.OPERATOR), new ChannelScope.All()));
  }

  public RequestSpecification ownerOf(String channel) {
    return as(new Caller("owner", Set.of(Role.OWNER), new ChannelScope.Only(Set.of(channel))));
  }

  public RequestSpecification agentOf(String channel) {
    return as(new Caller("agent", Set.of(Role.AGENT), new ChannelScope.Only(Set.of(channel))));
  }

  private RequestSpecification as(Caller caller) {
    return RestAssured.given()
        .header("Authorization", "Bearer " + tokens.issue(caller))
        .contentType(ContentType.JSON);
  }
}
