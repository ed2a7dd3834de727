package dev.countinghouse.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a request's JSON may be; its size is {@code quarkus.http.limits.max-body-size}. */
@ConfigMapping(prefix = "countinghouse.json")
public interface JsonLimits {

  /** How deep objects and arrays may stand in each other. */
  @WithDefault("32")
  int maxDepth();

  /** How many characters a number may have. */
  @WithDefault("64")
  int maxNumberLength();
}
