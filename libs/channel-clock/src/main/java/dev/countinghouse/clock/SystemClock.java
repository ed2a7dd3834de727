package dev.countinghouse.clock;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The machine's clock: the only place of the suite's services where it is named. */
@Singleton
class SystemClock {

  @Produces
  @DefaultBean
  @Singleton
  InstantSource instants() {
    return InstantSource.system();
  }
}
