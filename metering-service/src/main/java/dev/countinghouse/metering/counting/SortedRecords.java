package dev.countinghouse.metering.counting;

import dev.countinghouse.metering.domain.CountableEvent;
import dev.countinghouse.metering.domain.Repeats;
import dev.countinghouse.metering.topic.DeadLetters.DeadLetter;
import dev.countinghouse.metering.topic.UsageRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records, sorted into those that count and those that never can; repeats are in neither.
 *
 * @param countable in the order of their offsets
 */
record SortedRecords(List<Countable> countable, List<DeadLetter> deadLetters) {

  private static final String REUSED = "id: the event id was used before with other content";

  SortedRecords {
    countable = List.copyOf(countable);
    deadLetters = List.copyOf(deadLetters);
  }

  record Countable(ConsumerRecord<byte[], byte[]> record, CountableEvent event) {}

  static SortedRecords read(List<ConsumerRecord<byte[], byte[]>> records) {
    List<Countable> countable = new ArrayList<>();
    List<DeadLetter> dead = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      switch (UsageRecord.read(record.value())) {
        case UsageRecord.Content.Countable c -> countable.add(new Countable(record, c.event()));
        case UsageRecord.Content.Poison p -> dead.add(new DeadLetter(record, p.reason()));
      }
    }
    return new SortedRecords(countable, dead);
  }

  List<CountableEvent> events() {
    return countable.stream().map(Countable::event).toList();
  }

  /** Without the events that came before; those that use another's id are dead letters. */
  SortedRecords without(Repeats repeats) {
    List<Countable> first = new ArrayList<>();
    List<DeadLetter> dead = new ArrayList<>(deadLetters);
    for (Countable each : countable) {
      switch (repeats.judge(each.event())) {
        case FIRST -> first.add(each);
        case REUSED -> dead.add(new DeadLetter(each.record(), REUSED));
        case REPEATED -> {}
      }
    }
    return new SortedRecords(first, dead);
  }

  /** The events that the position has not passed. */
  List<CountableEvent> from(long position) {
    return countable.stream()
        .filter(each -> each.record().offset() >= position)
        .map(Countable::event)
        .toList();
  }
}
