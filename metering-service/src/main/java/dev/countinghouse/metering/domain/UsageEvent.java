package dev.countinghouse.metering.domain;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happened, as told from outside: the types of the architecture's table, each validated. */
public sealed interface UsageEvent {

  /** A user visited (MAU-1). */
  record UserActive(String user) implements UsageEvent {}

  /** A user's information was updated (MAU-1); {@code userClass} is what the user is now. */
  record UserUpdated(String user, UserClass userClass) implements UsageEvent {}

  /** A user was imported (MAU-1). */
  record UserImported(String user) implements UsageEvent {}

  /** Two users are one from the first day on (MAU-4). */
  record UserUnified(String survivor, String merged) implements UsageEvent {}

  record ConversationOpened(String conversation, Party by) implements UsageEvent {}

  record ConversationReplied(String conversation, Party by) implements UsageEvent {}

  record EmailSent(EmailPurpose purpose, String recipient, @Nullable String conversation)
      implements UsageEvent {}

  record SurveySent(String recipient) implements UsageEvent {}

  record WorkflowAction(String workflow) implements UsageEvent {}

  record MarketingSent(String recipient) implements UsageEvent {}

  record ConsultRoomOpened(String room, String user) implements UsageEvent {}

  record ConsultMessage(String room, Party from) implements UsageEvent {}

  /** The CloudEvents type. */
  default String type() {
    return switch (this) {
      case UserActive e -> "user.active";
      case UserUpdated e -> "user.updated";
      case UserImported e -> "user.imported";
      case UserUnified e -> "user.unified";
      case ConversationOpened e -> "conversation.opened";
      case ConversationReplied e -> "conversation.replied";
      case EmailSent e -> "email.sent";
      case SurveySent e -> "survey.sent";
      case WorkflowAction e -> "workflow.action";
      case MarketingSent e -> "marketing.sent";
      case ConsultRoomOpened e -> "consult.room-opened";
      case ConsultMessage e -> "consult.message";
    };
  }

  /** The data as it is stored and compared: exactly the fields that the type has. */
  default Map<String, String> data() {
    return switch (this) {
      case UserActive e -> Map.of("user", e.user());
      case UserUpdated e -> Map.of("user", e.user(), "class", Words.of(e.userClass()));
      case UserImported e -> Map.of("user", e.user());
      case UserUnified e -> Map.of("survivor", e.survivor(), "merged", e.merged());
      case ConversationOpened e -> Map.of("conversation", e.conversation(), "by", Words.of(e.by()));
      case ConversationReplied e ->
          Map.of("conversation", e.conversation(), "by", Words.of(e.by()));
      case EmailSent e -> emailData(e);
      case SurveySent e -> Map.of("recipient", e.recipient());
      case WorkflowAction e -> Map.of("workflow", e.workflow());
      case MarketingSent e -> Map.of("recipient", e.recipient());
      case ConsultRoomOpened e -> Map.of("room", e.room(), "user", e.user());
      case ConsultMessage e -> Map.of("room", e.room(), "from", Words.of(e.from()));
    };
  }

  /** Whom the event makes active on its day (MAU-1): visited, updated or imported. */
  default Optional<String> activeUser() {
    return switch (this) {
      case UserActive e -> Optional.of(e.user());
      case UserUpdated e -> Optional.of(e.user());
      case UserImported e -> Optional.of(e.user());
      case UserUnified e -> Optional.empty();
      case ConversationOpened e -> Optional.empty();
      case ConversationReplied e -> Optional.empty();
      case EmailSent e -> Optional.empty();
      case SurveySent e -> Optional.empty();
      case WorkflowAction e -> Optional.empty();
      case MarketingSent e -> Optional.empty();
      case ConsultRoomOpened e -> Optional.empty();
      case ConsultMessage e -> Optional.empty();
    };
  }

  /** Of which meter the event is one piece. */
  default Optional<Meter> meter() {
    return switch (this) {
      case WorkflowAction e -> Optional.of(Meter.WORKFLOW_ACTIONS);
      case MarketingSent e -> Optional.of(Meter.MARKETING_MESSAGES);
      case UserActive e -> Optional.empty();
      case UserUpdated e -> Optional.empty();
      case UserImported e -> Optional.empty();
      case UserUnified e -> Optional.empty();
      case ConversationOpened e -> Optional.empty();
      case ConversationReplied e -> Optional.empty();
      case EmailSent e -> Optional.empty();
      case SurveySent e -> Optional.empty();
      case ConsultRoomOpened e -> Optional.empty();
      case ConsultMessage e -> Optional.empty();
    };
  }

  private static Map<String, String> emailData(EmailSent email) {
    Map<String, String> data = new TreeMap<>();
    data.put("purpose", Words.of(email.purpose()));
    data.put("recipient", email.recipient());
    if (email.conversation() != null) {
      data.put("conversation", email.conversation());
    }
    return data;
  }
}
