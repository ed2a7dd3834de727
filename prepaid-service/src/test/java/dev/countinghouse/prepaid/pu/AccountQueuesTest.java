package dev.countinghouse.prepaid.pu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.pu.AccountQueues.Admission;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccountQueuesTest {

  private final AccountQueues queues = new AccountQueues(10, 25, 40);

  @Test
  @DisplayName("who comes to an idle account begins, who comes meanwhile waits for the next group")
  void gathersMeanwhile() {
    Joined first = request(1);
    Joined second = request(1);
    Joined third = request(1);
    assertThat(queues.admit("ch", first)).isEqualTo(Admission.BEGINS);
    assertThat(queues.nextGroup("ch")).containsExactly(first);

    assertThat(queues.admit("ch", second)).isEqualTo(Admission.WAITS);
    assertThat(queues.admit("ch", third)).isEqualTo(Admission.WAITS);

    assertThat(queues.nextGroup("ch")).containsExactly(second, third);
    assertThat(queues.nextGroup("ch")).isEmpty();
    assertThat(queues.admit("ch", request(1))).isEqualTo(Admission.BEGINS);
  }

  @Test
  @DisplayName("a group has 10 commands at most, in the order of arrival; a larger call goes alone")
  void groupsAreBounded() {
    Joined nine = request(9);
    Joined one = request(1);
    Joined two = request(2);
    Joined twelve = request(12);
    List.of(nine, one, two, twelve).forEach(joined -> queues.admit("ch", joined));

    assertThat(queues.nextGroup("ch")).containsExactly(nine, one);
    assertThat(queues.nextGroup("ch")).containsExactly(two);
    assertThat(queues.nextGroup("ch")).containsExactly(twelve);
  }

  @Test
  @DisplayName("an account has 25 commands in hand at most: the 25th is admitted, the 26th refused")
  void anAccountIsBounded() {
    assertThat(queues.admit("ch", request(24))).isEqualTo(Admission.BEGINS);
    assertThat(queues.admit("ch", request(1))).isEqualTo(Admission.WAITS);

    assertThat(queues.admit("ch", request(1))).isEqualTo(Admission.REFUSED);

    assertThat(queues.admit("other", request(1))).isEqualTo(Admission.BEGINS);
  }

  @Test
  @DisplayName("all accounts have 40 commands in hand at most; who has its answer makes room")
  void allAreBounded() {
    Joined twenty = request(20);
    queues.admit("a", twenty);
    queues.admit("b", request(20));
    assertThat(queues.admit("c", request(1))).isEqualTo(Admission.REFUSED);

    queues.leave("a", queues.nextGroup("a"));

    assertThat(queues.inHand()).isEqualTo(20);
    assertThat(queues.admit("c", request(20))).isEqualTo(Admission.BEGINS);
    assertThat(queues.admit("d", request(1))).isEqualTo(Admission.REFUSED);
  }

  private static Joined request(int size) {
    AtomicReference<UniEmitter<? super List<LedgerOutcome>>> emitter = new AtomicReference<>();
    Uni<List<LedgerOutcome>> answer = Uni.createFrom().emitter(given -> emitter.set(given));
    answer.subscribe().with(ignored -> {});
    return new Joined(size, now -> List.of(), Objects.requireNonNull(emitter.get()));
  }
}
