package dev.countinghouse.messaging.domain;

import java.util.List;
import java.util.Set;

/** The rates of {@code messages-2024}, as the tests need them. */
final class MessageBooks {

  static final RateCard MESSAGES_2024 =
      new RateCard(
          "messages-2024",
          1,
          List.of(
              new Rate(MessageKind.INFO_TALK, Set.of("KR"), 70, 0, new Rate.Limit.None()),
              new Rate(MessageKind.SMS, Set.of("KR"), 100, 0, new Rate.Limit.Cp949Bytes(90)),
              new Rate(MessageKind.LMS, Set.of("KR"), 280, 0, new Rate.Limit.Cp949Bytes(2000)),
              new Rate(MessageKind.SMS, Set.of("US", "CA"), 140, 145, new Rate.Limit.None()),
              new Rate(MessageKind.SMS, Set.of("JP"), 140, 1090, new Rate.Limit.None())));

  private MessageBooks() {}
}
