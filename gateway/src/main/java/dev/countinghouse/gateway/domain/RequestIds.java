package dev.countinghouse.gateway.domain;

import dev.countinghouse.contracts.Ids;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id that a request carries through logs and answers. */
public final class RequestIds {

  // Goes into log lines and headers of every service: no spaces, no quotes, no line ends.
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private RequestIds() {}

  /** The caller's own id when it is well formed, else a new one. */
  public static String keepOrMake(@Nullable String offered) {
    return offered != null && WELL_FORMED.matcher(offered).matches() ? offered : Ids.create("req");
  }
}
