package dev.countinghouse.metering.domain;

import dev.countinghouse.metering.domain.UsageEvent.ConsultMessage;
import dev.countinghouse.metering.domain.UsageEvent.ConsultRoomOpened;
import dev.countinghouse.metering.domain.UsageEvent.ConversationOpened;
import dev.countinghouse.metering.domain.UsageEvent.ConversationReplied;
import dev.countinghouse.metering.domain.UsageEvent.EmailSent;
import dev.countinghouse.metering.domain.UsageEvent.MarketingSent;
import dev.countinghouse.metering.domain.UsageEvent.SurveySent;
import dev.countinghouse.metering.domain.UsageEvent.UserActive;
import dev.countinghouse.metering.domain.UsageEvent.UserImported;
import dev.countinghouse.metering.domain.UsageEvent.UserUnified;
import dev.countinghouse.metering.domain.UsageEvent.UserUpdated;
import dev.countinghouse.metering.domain.UsageEvent.WorkflowAction;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an event's type and data into a {@link UsageEvent}. */
public final class UsageEvents {

  private static final Set<Party> OPENERS = EnumSet.of(Party.USER, Party.AGENT);
  private static final Set<Party> ANSWERERS = EnumSet.of(Party.AGENT, Party.BOT);

  private UsageEvents() {}

  /** What became of reading. */
  public sealed interface Reading {

    record Understood(UsageEvent event) implements Reading {}

    /**
     * @param field path of the field that is wrong or missing
     * @param expected what would have been right
     */
    record Malformed(String field, String expected) implements Reading {}

    record UnknownType(String type) implements Reading {}
  }

  /**
   * Reads an event.
   *
   * @param data the fields of the event's data that are strings; others count as missing, and
   *     fields that the type does not have are ignored
   */
  public static Reading read(String type, Map<String, String> data) {
    DataReader fields = new DataReader(data);
    UsageEvent event = event(type, fields);
    if (event == null) {
      return new Reading.UnknownType(type);
    }
    DataReader.Misfit complaint = fields.complaint();
    return complaint == null
        ? new Reading.Understood(event)
        : new Reading.Malformed(complaint.field(), complaint.expected());
  }

  private static @Nullable UsageEvent event(String type, DataReader data) {
    return switch (type) {
      case "user.active" -> new UserActive(data.text("user"));
      case "user.updated" ->
          new UserUpdated(data.text("user"), data.oneOf("class", UserClass.class));
      case "user.imported" -> new UserImported(data.text("user"));
      case "user.unified" ->
          new UserUnified(data.text("survivor"), data.otherThan("survivor", "merged"));
      case "conversation.opened" ->
          new ConversationOpened(data.text("conversation"), data.oneOf("by", OPENERS));
      case "conversation.replied" ->
          new ConversationReplied(data.text("conversation"), data.oneOf("by", ANSWERERS));
      case "email.sent" -> email(data);
      case "survey.sent" -> new SurveySent(data.text("recipient"));
      case "workflow.action" -> new WorkflowAction(data.text("workflow"));
      case "marketing.sent" -> new MarketingSent(data.text("recipient"));
      case "consult.room-opened" -> new ConsultRoomOpened(data.text("room"), data.text("user"));
      case "consult.message" -> new ConsultMessage(data.text("room"), data.oneOf("from", OPENERS));
      default -> null;
    };
  }

  private static UsageEvent email(DataReader data) {
    return new EmailSent(
        data.oneOf("purpose", EmailPurpose.class),
        data.text("recipient"),
        data.optionalText("conversation"));
  }
}
