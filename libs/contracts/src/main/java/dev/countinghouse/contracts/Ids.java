package dev.countinghouse.contracts;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids as outsiders see them: a prefix that names the kind and a UUIDv7 without dashes, {@code
 * ch_0192f0c1…}. They sort by the time they were made.
 */
public final class Ids {

  public static final String CHANNEL = "ch";
  public static final String INVOICE = "inv";
  public static final String LOT = "lot";
  public static final String MESSAGE = "msg";

  private static final Pattern FORM = Pattern.compile("[a-z]{2,5}_[0-9a-f]{32}");

  private Ids() {}

  /** A new id with that prefix (two to five lower-case letters). */
  public static String create(String prefix) {
    UUID uuid = Holder.GENERATOR.generate();
    return prefix + "_" + uuid.toString().replace("-", "");
  }

  /**
   * Whether {@code id} has the form of an id with that prefix; says nothing of whether it exists.
   */
  public static boolean isId(String prefix, String id) {
    return id.startsWith(prefix + "_") && FORM.matcher(id).matches();
  }

  /** Made on first use: a native image must not carry a seeded random source. */
  private static final class Holder {
    static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();
  }
}
