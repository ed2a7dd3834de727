package dev.countinghouse.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Every limit of the gateway by its name. */
@ConfigMapping(prefix = "countinghouse.gateway")
public interface GatewaySettings {

  /** Where the services are, by {@link dev.countinghouse.contracts.ServiceName#id()}. */
  Map<String, Service> services();

  /** The {@code aud} that a token must have; read by quarkus-oidc and the local issuer. */
  @WithDefault("countinghouse")
  String audience();

  /** Path of the claim that names a token's roles, {@code realm_access/roles} for one. */
  @WithDefault("roles")
  String rolesClaim();

  Body body();

  Remembered memberships();

  ApiKeys apiKeys();

  Breaker breaker();

  RateLimit rateLimit();

  OpenApi openapi();

  /** One service. */
  interface Service {
    /** Base URL; the public path is appended to it. */
    URI url();

    /** From taking the request to the head of the answer; then 504. */
    @WithDefault("30s")
    Duration timeout();

    /** Silence between two pieces of an answer after which it is broken off. */
    @WithDefault("60s")
    Duration idle();

    /** For a connection, a free one of the pool or a new one. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** Connections to the service. */
    @WithDefault("128")
    int connections();

    /** Requests that may wait for a connection; more are refused with 503. */
    @WithDefault("1024")
    int waiting();
  }

  /** Request bodies. */
  interface Body {
    @WithDefault("1M")
    MemorySize limit();

    /** For {@code POST /v1/events}. */
    @WithDefault("5M")
    MemorySize eventsLimit();

    /** How long a refused request may still send what nobody reads. */
    @WithDefault("5s")
    Duration linger();
  }

  /** Answers of subscription that are kept for a while. */
  interface Remembered {
    /** How long an answer is believed without asking again. */
    @WithDefault("10s")
    Duration fresh();

    /** How long it is believed when subscription cannot be asked. */
    @WithDefault("15m")
    Duration stale();

    @WithDefault("50000")
    int entries();

    /** How often a subject may make the gateway ask again for a channel it does not hold. */
    @WithDefault("20")
    int asksAgain();

    /** The window of {@link #asksAgain()}. */
    @WithDefault("10s")
    Duration asksAgainWindow();
  }

  /** API keys. */
  interface ApiKeys {
    @WithDefault("30s")
    Duration fresh();

    @WithDefault("15m")
    Duration stale();

    @WithDefault("50000")
    int entries();
  }

  /** When a service is left alone, and for how long. */
  interface Breaker {
    /** Requests that are looked back on. */
    @WithDefault("10")
    int window();

    /** Share of failures in the window that opens the breaker. */
    @WithDefault("0.5")
    double failureRatio();

    /** How long no request is sent; then a probe is. */
    @WithDefault("2s")
    Duration delay();

    /** Probes that must succeed before requests flow again. */
    @WithDefault("1")
    int probes();
  }

  /** Requests a token and channel. */
  interface RateLimit {
    @WithDefault("true")
    boolean enabled();

    @WithDefault("600")
    long requests();

    @WithDefault("10s")
    Duration window();

    /** How long Redis may take before the pod counts by itself. */
    @WithDefault("50ms")
    Duration redisTimeout();

    /** How often a lost Redis is looked for. */
    @WithDefault("500ms")
    Duration redisProbe();

    /** Tokens and channels that the pod counts by itself at most. */
    @WithDefault("20000")
    int podEntries();
  }

  /** The merged document. */
  interface OpenApi {
    /** How long a complete document is served before it is made again. */
    @WithDefault("5m")
    Duration fresh();

    /** How long after a document that lacked a service the next try follows. */
    @WithDefault("3s")
    Duration retry();

    /** For one service's document. */
    @WithDefault("5s")
    Duration timeout();
  }
}
