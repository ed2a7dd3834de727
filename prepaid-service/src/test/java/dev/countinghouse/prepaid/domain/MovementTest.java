package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MovementTest {

  private static final Instant AT = Instant.parse("2024-02-20T01:00:00Z");

  @Test
  @DisplayName("PU-1 a movement sums to zero whatever it moves, and moves something somewhere")
  void movementsSumToZero() {
    List<LotShare> shares = List.of(new LotShare("trial", 145), new LotShare("bought", 55));

    Movement movement =
        new Movement(MovementKind.HOLD, "m1", AT, Account.AVAILABLE, Account.HELD, shares);

    assertThat(movement.entries().stream().mapToLong(Entry::deltaTenths).sum()).isZero();
    assertThat(movement.entries()).hasSize(4);
    assertThatThrownBy(() -> between(Account.HELD, Account.HELD, shares))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> between(Account.AVAILABLE, Account.HELD, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Movement between(Account from, Account to, List<LotShare> shares) {
    return new Movement(MovementKind.ADJUSTMENT, "x", AT, from, to, shares);
  }
}
