package dev.countinghouse.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How bodies are read; how large they may be is {@code quarkus.http.limits.max-body-size}. */
@ConfigMapping(prefix = "countinghouse.body")
public interface BodySettings {

  /**
   * Whether a body without a length is read before the request goes on. False in the gateway, which
   * passes the stream on as it comes.
   */
  @WithDefault("true")
  boolean readChunks();
}
