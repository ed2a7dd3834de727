package dev.countinghouse.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Pages of lists. */
@ConfigMapping(prefix = "countinghouse.cursors")
public interface CursorSettings {

  /** What cursors are sealed with; the secret of the internal token unless set. */
  Optional<String> secret();

  /** Items of a page when the caller does not say. */
  @WithDefault("50")
  int defaultLimit();

  /** The most items of a page. */
  @WithDefault("200")
  int maxLimit();
}
