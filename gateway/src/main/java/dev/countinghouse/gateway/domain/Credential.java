package dev.countinghouse.gateway.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request shows of who sends it. */
public sealed interface Credential {

  /** Every API key begins so, which tells it from a token in the same header. */
  String API_KEY_PREFIX = "chk_";

  /** Longer than any key of ours; a longer one is not worth hashing. */
  int LONGEST_API_KEY = 256;

  /** A token of the issuer, not yet verified. */
  record Token(String value) implements Credential {}

  /** An API key, not yet exchanged. */
  record ApiKey(String value) implements Credential {}

  /** Nothing. */
  record None() implements Credential {}

  /** Something that proves nobody: another scheme, an empty token, two credentials at once. */
  record Unusable() implements Credential {}

  /**
   * Reads the headers.
   *
   * @param authorizations every {@code Authorization} header
   * @param apiKeys every {@code X-Api-Key} header
   */
  static Credential of(List<String> authorizations, List<String> apiKeys) {
    int shown = authorizations.size() + apiKeys.size();
    if (shown == 0) {
      return new None();
    }
    if (shown > 1) {
      return new Unusable();
    }
    return apiKeys.isEmpty()
        ? ofBearer(bearer(authorizations.getFirst()))
        : key(apiKeys.getFirst());
  }

  private static Credential ofBearer(@Nullable String value) {
    if (value == null || value.isEmpty() || value.indexOf(' ') >= 0) {
      return new Unusable();
    }
    return value.startsWith(API_KEY_PREFIX) ? key(value) : new Token(value);
  }

  private static Credential key(String value) {
    boolean usable =
        value.startsWith(API_KEY_PREFIX)
            && value.length() > API_KEY_PREFIX.length()
            && value.length() <= LONGEST_API_KEY;
    return usable ? new ApiKey(value) : new Unusable();
  }

  private static @Nullable String bearer(String authorization) {
    String scheme = "Bearer ";
    return authorization.regionMatches(true, 0, scheme, 0, scheme.length())
        ? authorization.substring(scheme.length()).strip()
        : null;
  }
}
