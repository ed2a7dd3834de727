package dev.countinghouse.subscription.closing;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** Who knows what was used. */
public interface UsageSource {

  /**
   * MAU of a local day (MAU-2), everything that was accepted until now counted.
   *
   * @param on a day that is over in the channel's zone
   */
  Uni<Long> mau(String channel, LocalDate on);

  /**
   * The sequence of the last event of the channel that tells of usage; fails while usage that was
   * accepted is not yet counted.
   */
  Uni<Long> counted(String channel);
}
