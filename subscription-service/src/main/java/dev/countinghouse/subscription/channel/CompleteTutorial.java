package dev.countinghouse.subscription.channel;

import dev.countinghouse.http.Answer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Marks the tutorial as complete (TRI-2); repeated, it changes nothing. */
@ApplicationScoped
class CompleteTutorial {

  Uni<Answer> complete(String channelId) {
    return Channel.lock(channelId).invoke(CompleteTutorial::mark).map(CompleteTutorial::answer);
  }

  private static void mark(Channel channel) {
    channel.tutorialCompleted = true;
  }

  private static Answer answer(Channel channel) {
    return Answer.ok(ChannelJson.of(channel));
  }
}
