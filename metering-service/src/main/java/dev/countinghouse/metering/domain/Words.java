package dev.countinghouse.metering.domain;

import java.util.Locale;

/** Constants as they are written outside: {@code OFFLINE_REPLY} is {@code offline-reply}. */
final class Words {

  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
