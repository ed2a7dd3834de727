package dev.countinghouse.metering.intake;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.metering.domain.AcceptanceWindow;
import dev.countinghouse.metering.domain.AcceptanceWindow.Place;
import dev.countinghouse.metering.domain.CountableEvent;
import dev.countinghouse.metering.domain.Repeats;
import dev.countinghouse.metering.envelope.Envelope;
import java.util.List;
import java.util.Map;

/** Decides of events; pure. */
final class Judge {

  static final String UNKNOWN_CHANNEL = "channel.not-found";
  static final String TOO_OLD = "event.too-old";
  static final String IN_THE_FUTURE = "event.in-the-future";
  static final String ID_REUSED = "event.id-reused";

  private final AcceptanceWindow window;
  private final Map<String, ChannelNow> channels;

  /**
   * @param channels those that exist and that the caller may report for
   */
  Judge(AcceptanceWindow window, Map<String, ChannelNow> channels) {
    this.window = window;
    this.channels = channels;
  }

  /** Judges what can be told from the event and its channel; repeats come later. */
  List<Verdict> judge(List<Envelope> envelopes) {
    return envelopes.stream().map(this::judge).toList();
  }

  /** Tells the repeats among the accepted. */
  static List<Verdict> withoutRepeats(List<Verdict> verdicts, Repeats repeats) {
    return verdicts.stream().map(verdict -> repeated(verdict, repeats)).toList();
  }

  static List<CountableEvent> accepted(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Verdict.Accepted.class::isInstance)
        .map(verdict -> ((Verdict.Accepted) verdict).event())
        .toList();
  }

  private Verdict judge(Envelope envelope) {
    return switch (envelope) {
      case Envelope.Unreadable u -> new Verdict.Rejected(u.id(), u.code(), u.field(), u.expected());
      case Envelope.Readable event -> judge(event);
    };
  }

  private Verdict judge(Envelope.Readable event) {
    ChannelNow channel = channels.get(event.channel());
    if (channel == null) {
      return rejected(event, UNKNOWN_CHANNEL, "subject", "the id of a channel of yours");
    }
    return switch (window.place(event.time(), channel)) {
      case Place.Inside inside -> accepted(event, inside);
      case Place.TooOld old ->
          rejected(event, TOO_OLD, "time", "not before " + old.oldest() + " in the channel's zone");
      case Place.Ahead ahead ->
          rejected(event, IN_THE_FUTURE, "time", "not after " + ahead.latest());
    };
  }

  private static Verdict accepted(Envelope.Readable event, Place.Inside inside) {
    return new Verdict.Accepted(
        new CountableEvent(
            event.channel(),
            event.source(),
            event.id(),
            event.time(),
            inside.day(),
            event.event()));
  }

  private static Verdict rejected(
      Envelope.Readable event, String code, String field, String expected) {
    return new Verdict.Rejected(event.id(), code, field, expected);
  }

  private static Verdict repeated(Verdict verdict, Repeats repeats) {
    if (!(verdict instanceof Verdict.Accepted accepted)) {
      return verdict;
    }
    CountableEvent event = accepted.event();
    return switch (repeats.judge(event)) {
      case FIRST -> verdict;
      case REPEATED -> new Verdict.Duplicate(event);
      case REUSED ->
          new Verdict.Rejected(
              event.id(), ID_REUSED, "id", "the same event as before, or an id of its own");
    };
  }
}
