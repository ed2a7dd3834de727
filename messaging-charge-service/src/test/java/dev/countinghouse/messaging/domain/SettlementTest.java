package dev.countinghouse.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettlementTest {

  @Test
  @DisplayName("MSG-6 delivered is captured, failed and excluded are released")
  void settled() {
    assertThat(Settlement.decide(MessageStatus.SENT, MessageStatus.DELIVERED, 100))
        .isEqualTo(new Settlement.Settled(MessageStatus.DELIVERED, 100));
    assertThat(Settlement.decide(MessageStatus.SENT, MessageStatus.FAILED, 100))
        .isEqualTo(new Settlement.Settled(MessageStatus.FAILED, 0));
    assertThat(Settlement.decide(MessageStatus.SENT, MessageStatus.EXCLUDED, 100))
        .isEqualTo(new Settlement.Settled(MessageStatus.EXCLUDED, 0));
  }

  @Test
  @DisplayName("MSG-6 a late report changes nothing")
  void late() {
    EnumSet<MessageStatus> decided =
        EnumSet.complementOf(EnumSet.of(MessageStatus.PENDING, MessageStatus.SENT));
    for (MessageStatus status : decided) {
      assertThat(Settlement.decide(status, MessageStatus.DELIVERED, 100))
          .isEqualTo(new Settlement.Late(status));
    }
  }
}
