package dev.countinghouse.bench;

import java.util.Locale;

/** A figure of the prepaid benchmark that can be measured without the others. */
enum PrepaidPart {
  /** One hold a request, all on one account. */
  ONE_ACCOUNT,
  /** A hundred holds a request, all on one account. */
  HUNDREDS,
  /** One hold a request, accounts at random. */
  ACCOUNTS,
  /** Hold and capture at a steady pace. */
  PACED,
  /** Windows that close at one instant. */
  WINDOWS;

  /** The name on the command line and of the report. */
  String benchmark() {
    return "prepaid-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
