package dev.countinghouse.prepaid.pu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who waits in front of which account. An account has a queue here exactly while a group of it is
 * under way. What is in hand is bounded, an account's and all of them.
 */
final class AccountQueues {

  /** What becomes of a request that comes. */
  enum Admission {
    /** The account was idle: who came begins its first group. */
    BEGINS,
    /** It will be in a later group. */
    WAITS,
    /** Too much is in hand already. */
    REFUSED
  }

  private final int mostInGroup;
  private final int mostOfAccount;
  private final int mostOfAll;
  private final Map<String, Queue> queues = new HashMap<>();
  private int inHand;

  /** All in commands. A request larger than {@code mostInGroup} is a group of its own. */
  AccountQueues(int mostInGroup, int mostOfAccount, int mostOfAll) {
    this.mostInGroup = mostInGroup;
    this.mostOfAccount = mostOfAccount;
    this.mostOfAll = mostOfAll;
  }

  synchronized Admission admit(String channel, Joined joined) {
    Queue queue = queues.get(channel);
    int ofAccount = queue == null ? 0 : queue.inHand;
    if (inHand + joined.size() > mostOfAll || ofAccount + joined.size() > mostOfAccount) {
      return Admission.REFUSED;
    }
    inHand += joined.size();
    queues.computeIfAbsent(channel, key -> new Queue()).add(joined);
    return queue == null ? Admission.BEGINS : Admission.WAITS;
  }

  /** The next group, in the order of arrival; empty when nobody waits, and the account is idle. */
  synchronized List<Joined> nextGroup(String channel) {
    Queue queue = queues.get(channel);
    List<Joined> group = queue == null ? List.of() : queue.take(mostInGroup);
    if (group.isEmpty()) {
      queues.remove(channel);
    }
    return group;
  }

  /** {@code group} has its answers. */
  synchronized void leave(String channel, List<Joined> group) {
    int size = Joined.size(group);
    inHand -= size;
    Queue queue = queues.get(channel);
    if (queue != null) {
      queue.inHand -= size;
    }
  }

  /** Commands that wait or are under way. */
  synchronized int inHand() {
    return inHand;
  }

  private static final class Queue {

    private final Deque<Joined> waiting = new ArrayDeque<>();
    private int inHand;

    void add(Joined joined) {
      waiting.add(joined);
      inHand += joined.size();
    }

    List<Joined> take(int most) {
      List<Joined> group = new ArrayList<>();
      int size = 0;
      for (Joined next = waiting.peek(); next != null; next = waiting.peek()) {
        if (!group.isEmpty() && size + next.size() > most) {
          break;
        }
        group.add(waiting.remove());
        size += next.size();
      }
      return group;
    }
  }
}
