package dev.countinghouse.prepaid.hold;

import dev.countinghouse.http.PassingFailure;
import dev.countinghouse.http.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Answers the questions of one call, those of a channel together and each in its place. What cannot
 * be decided on one channel is said in the answers of that channel; the others lose nothing by it.
 */
final class EachForItself {

  private static final Logger LOG = Logger.getLogger(EachForItself.class);
  private static final String UNAVAILABLE = "service.unavailable";
  private static final String BUG = "internal.error";

  private EachForItself() {}

  /**
   * A kind of question.
   *
   * @param <Q> the question
   * @param <A> its answer
   */
  interface Kind<Q, A> {

    /** The channel that it is about. */
    String channel(Q question);

    /** The answers to questions about one channel, in their order. */
    Uni<List<A>> together(String channel, List<Q> questions);

    /** The answer where nobody knows one. */
    A undecided(Q question, String code);
  }

  /**
   * The answers, in the order of the questions. A failure on the only channel is the call's own.
   *
   * @param channelsAtOnce how many channels are decided upon at once
   */
  static <Q, A> Uni<List<A>> answer(List<Q> questions, Kind<Q, A> kind, int channelsAtOnce) {
    Map<String, List<Integer>> byChannel = new LinkedHashMap<>();
    for (int place = 0; place < questions.size(); place++) {
      String channel = kind.channel(questions.get(place));
      byChannel.computeIfAbsent(channel, of -> new ArrayList<>()).add(place);
    }
    return byChannel.size() == 1
        ? kind.together(kind.channel(questions.getFirst()), questions)
        : ofMany(byChannel, questions, kind, channelsAtOnce);
  }

  private static <Q, A> Uni<List<A>> ofMany(
      Map<String, List<Integer>> byChannel,
      List<Q> questions,
      Kind<Q, A> kind,
      int channelsAtOnce) {
    return Multi.createFrom()
        .iterable(byChannel.entrySet())
        .onItem()
        .transformToUni(of -> ofOne(of.getKey(), of.getValue(), questions, kind))
        .merge(channelsAtOnce)
        .collect()
        .in(TreeMap<Integer, A>::new, TreeMap::putAll)
        .map(answers -> List.copyOf(answers.values()));
  }

  private static <Q, A> Uni<Map<Integer, A>> ofOne(
      String channel, List<Integer> places, List<Q> questions, Kind<Q, A> kind) {
    List<Q> own = places.stream().map(questions::get).toList();
    return Uni.createFrom()
        .deferred(() -> kind.together(channel, own))
        .onFailure()
        .recoverWithItem(failure -> undecided(channel, own, kind, failure))
        .map(answers -> numbered(places, answers));
  }

  private static <Q, A> List<A> undecided(
      String channel, List<Q> questions, Kind<Q, A> kind, Throwable failure) {
    String code = code(channel, failure);
    return questions.stream().map(question -> kind.undecided(question, code)).toList();
  }

  private static String code(String channel, Throwable failure) {
    if (failure instanceof ProblemException refused) {
      return refused.problem().code();
    }
    if (PassingFailure.is(failure)) {
      LOG.warnf("holds of %s are undecided: %s", channel, failure.getMessage());
      return UNAVAILABLE;
    }
    LOG.errorf(failure, "holds of %s are undecided", channel);
    return BUG;
  }

  private static <A> Map<Integer, A> numbered(List<Integer> places, List<A> answers) {
    Map<Integer, A> numbered = new LinkedHashMap<>();
    IntStream.range(0, answers.size())
        .forEach(answer -> numbered.put(places.get(answer), answers.get(answer)));
    return numbered;
  }
}
