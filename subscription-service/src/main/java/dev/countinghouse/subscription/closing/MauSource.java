package dev.countinghouse.subscription.closing;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** Who knows how many users were active. */
public interface MauSource {

  /**
   * MAU of a local day (MAU-2), everything that was accepted until now counted.
   *
   * @param on a day that is over in the channel's zone
   */
  Uni<Long> mau(String channel, LocalDate on);
}
