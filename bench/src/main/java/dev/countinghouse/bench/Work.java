package dev.countinghouse.bench;

import io.vertx.core.Future;

/** What a load does over and over. */
@FunctionalInterface
interface Work {

  /**
   * Does it once; fails when the answer is not the expected one, which ends the round.
   *
   * @return how much it counts for: a call with a hundred holds counts for a hundred
   */
  Future<Integer> once();
}
