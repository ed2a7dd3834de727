package dev.countinghouse.localstack;

import java.util.List;

/** Crashing servers. */
final class Leashes {

  private Leashes() {}

  /** {@code kill -9} of all three servers. */
  static void killAll(Infrastructure servers) {
    List<Long> pids =
        List.of(servers.postgres().pid(), servers.kafka().pid(), servers.redis().pid());
    pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    Processes.awaitGone(pids);
  }
}
