package dev.countinghouse.prepaid.catalogue;

import dev.countinghouse.pricing.Flat;
import dev.countinghouse.pricing.Graduated;
import dev.countinghouse.pricing.PerPackage;
import dev.countinghouse.pricing.PerUnit;
import dev.countinghouse.pricing.Price;
import dev.countinghouse.pricing.Volume;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price as JSON: every model as tiers (BOOK-3).
 *
 * @param model as price books name it
 * @param packageSize units in a package that is paid whole; null unless sold in packages
 * @param tiers in ascending order, without a gap; the last has no end
 */
public record PriceView(String model, @Nullable Long packageSize, List<Tier> tiers) {

  public PriceView {
    tiers = List.copyOf(tiers);
  }

  /**
   * A tier.
   *
   * @param from its first unit
   * @param upTo its last unit; null when it has no end
   * @param unit price of one unit, a decimal string; null when the amount does not grow
   * @param flat amount for the tier or the package, a decimal string; null when there is a unit
   *     price
   */
  public record Tier(
      long from, @Nullable Long upTo, @Nullable String unit, @Nullable String flat) {}

  static PriceView of(Price price) {
    return switch (price) {
      case Flat flat -> only("flat", null, flat(1, null, flat.amount()));
      case PerUnit perUnit -> only("per-unit", null, unit(1, null, perUnit.amount()));
      case PerPackage pack -> only("package", pack.size(), flat(1, null, pack.amount()));
      case Graduated graduated -> new PriceView("graduated", null, graduated(graduated.tiers()));
      case Volume volume -> new PriceView("volume", null, volume(volume.tiers()));
    };
  }

  private static List<Tier> graduated(List<Graduated.Tier> tiers) {
    List<Tier> shown = new ArrayList<>();
    long from = 1;
    for (Graduated.Tier tier : tiers) {
      shown.add(unit(from, tier.upTo(), tier.unit()));
      from = after(tier.upTo());
    }
    return shown;
  }

  private static List<Tier> volume(List<Volume.Tier> tiers) {
    List<Tier> shown = new ArrayList<>();
    long from = 1;
    for (Volume.Tier tier : tiers) {
      shown.add(
          tier.price() instanceof PerUnit perUnit
              ? unit(from, tier.upTo(), perUnit.amount())
              : flat(from, tier.upTo(), ((Flat) tier.price()).amount()));
      from = after(tier.upTo());
    }
    return shown;
  }

  private static long after(@Nullable Long upTo) {
    return upTo == null ? Long.MAX_VALUE : upTo + 1;
  }

  private static PriceView only(String model, @Nullable Long packageSize, Tier tier) {
    return new PriceView(model, packageSize, List.of(tier));
  }

  private static Tier unit(long from, @Nullable Long upTo, BigDecimal amount) {
    return new Tier(from, upTo, amount.toPlainString(), null);
  }

  private static Tier flat(long from, @Nullable Long upTo, BigDecimal amount) {
    return new Tier(from, upTo, null, amount.toPlainString());
  }
}
