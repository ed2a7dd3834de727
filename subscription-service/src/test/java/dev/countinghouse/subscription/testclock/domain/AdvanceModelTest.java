package dev.countinghouse.subscription.testclock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.ServiceName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Thousands of random channels, each driven to its target with the driver dying at any point. */
class AdvanceModelTest {

  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  private static final int HISTORIES = 5_000;
  private static final int MOST_STEPS = 5_000;
  private static final int DAYS = 30;

  @Test
  @DisplayName("TIME-3 all work up to the target runs once, in order, and none after it")
  void inOrderWhateverDies() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      World world = new World(new Random(seed));
      world.drive();
      assertThat(world.ran).as("seed %d", seed).isSorted();
      assertThat(world.ran).as("seed %d", seed).hasSize(world.made - world.left());
      assertThat(world.clocks.values()).as("seed %d", seed).containsOnly(world.target);
      assertThat(world.due().values()).as("seed %d", seed).allMatch(world.target::isBefore);
    }
  }

  /** Four services with their clocks and work; work makes more work now and then. */
  private static final class World {

    final Random random;
    final Instant target;
    final Map<ServiceName, Instant> clocks = new EnumMap<>(ServiceName.class);
    final Map<ServiceName, PriorityQueue<Instant>> work = new EnumMap<>(ServiceName.class);
    final List<Instant> ran = new ArrayList<>();
    Instant movingTo = START;
    int made;

    World(Random random) {
      this.random = random;
      this.target = START.plus(Duration.ofHours(random.nextInt(DAYS * 24)));
      for (ServiceName service : EventFlow.services()) {
        clocks.put(service, START);
        work.put(service, new PriorityQueue<>());
      }
      for (int n = random.nextInt(10); n > 0; n--) {
        make(START);
      }
    }

    void make(Instant from) {
      ServiceName service = EventFlow.services().get(random.nextInt(4));
      work.get(service).add(from.plus(Duration.ofHours(random.nextInt(DAYS * 24))));
      made++;
    }

    void drive() {
      for (int step = 0; step < MOST_STEPS; step++) {
        Advance advance =
            new Advance("ch", clocks.get(ServiceName.SUBSCRIPTION), target, movingTo, false);
        Optional<AdvanceStep.MoveClocks> interrupted = AdvanceStep.interrupted(advance);
        AdvanceStep next =
            interrupted.isPresent() ? interrupted.get() : AdvanceStep.next(advance, due());
        if (next instanceof AdvanceStep.Finish) {
          return;
        }
        carryOut(next);
      }
      throw new AssertionError("no end");
    }

    void carryOut(AdvanceStep step) {
      switch (step) {
        case AdvanceStep.MoveClocks move -> move(move.to());
        case AdvanceStep.RunDueWork(ServiceName service, Instant now) -> run(service, now);
        case AdvanceStep.Finish() -> throw new AssertionError();
      }
    }

    void move(Instant to) {
      movingTo = to;
      for (ServiceName service : EventFlow.services()) {
        if (random.nextInt(8) == 0) {
          return;
        }
        assertThat(clocks.get(service)).isBeforeOrEqualTo(to);
        clocks.put(service, to);
      }
    }

    void run(ServiceName service, Instant now) {
      PriorityQueue<Instant> mine = work.get(service);
      while (!mine.isEmpty() && !mine.peek().isAfter(now)) {
        if (random.nextInt(8) == 0) {
          return;
        }
        Instant dueAt = mine.remove();
        ran.add(dueAt);
        for (int n = random.nextInt(3); n > 0 && made < 60; n--) {
          make(dueAt);
        }
      }
    }

    Map<ServiceName, Instant> due() {
      Map<ServiceName, Instant> due = new EnumMap<>(ServiceName.class);
      work.forEach(
          (service, mine) -> Optional.ofNullable(mine.peek()).ifPresent(t -> due.put(service, t)));
      return due;
    }

    int left() {
      return work.values().stream().mapToInt(PriorityQueue::size).sum();
    }
  }
}
