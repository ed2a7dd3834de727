package dev.countinghouse.prepaid.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Points of one lot.
 *
 * @param tenths above 0
 */
public record LotShare(String lot, long tenths) {

  public LotShare {
    if (tenths <= 0) {
      throw new IllegalArgumentException("a share is above 0, was " + tenths);
    }
  }

  /** The first {@code tenths} of the shares, in their order. */
  static List<LotShare> first(List<LotShare> shares, long tenths) {
    List<LotShare> taken = new ArrayList<>();
    long left = tenths;
    for (LotShare share : shares) {
      long take = Math.min(left, share.tenths());
      if (take > 0) {
        taken.add(new LotShare(share.lot(), take));
      }
      left -= take;
    }
    return taken;
  }

  /** What is left of the shares after their first {@code tenths}. */
  static List<LotShare> after(List<LotShare> shares, long tenths) {
    List<LotShare> rest = new ArrayList<>();
    long left = tenths;
    for (LotShare share : shares) {
      long skipped = Math.min(left, share.tenths());
      if (skipped < share.tenths()) {
        rest.add(new LotShare(share.lot(), share.tenths() - skipped));
      }
      left -= skipped;
    }
    return rest;
  }
}
