package dev.countinghouse.subscription.pricebook;

import dev.countinghouse.subscription.domain.Grants;
import dev.countinghouse.subscription.domain.Grants.History;
import java.util.List;

/** Reads the {@code entitlements} of a plan or an add-on (SUB-5). */
final class GrantsReader {

  private GrantsReader() {}

  /** What a book does not say it does not limit. */
  static Grants read(Node node) throws InvalidBook {
    if (node.isAbsent()) {
      return new Grants(History.UNLIMITED, History.UNLIMITED, List.of());
    }
    return new Grants(
        history(node.field("chatHistoryDays")),
        history(node.field("eventHistoryDays")),
        node.field("features").texts());
  }

  private static History history(Node days) throws InvalidBook {
    if (days.isAbsent() || days.json().asText().equals("unlimited")) {
      return History.UNLIMITED;
    }
    return History.of(days.whole(0));
  }
}
