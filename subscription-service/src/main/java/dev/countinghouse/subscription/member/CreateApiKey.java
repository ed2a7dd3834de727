package dev.countinghouse.subscription.member;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.Role;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Makes an API key; only its hash is stored. */
@ApplicationScoped
class CreateApiKey {

  private static final String PREFIX = "key";

  private final ChannelClock clock;

  CreateApiKey(ChannelClock clock) {
    this.clock = clock;
  }

  Uni<ApiKey> create(
      Transaction transaction, String channel, ApiKeyRequest request, Secret secret) {
    return Channel.lock(channel)
        .chain(() -> clock.now(transaction, channel))
        .chain(now -> key(now, request, secret).persist());
  }

  private static ApiKey key(ChannelNow now, ApiKeyRequest request, Secret secret) {
    ApiKey key = new ApiKey();
    key.channel = now.channel();
    key.id = Ids.create(PREFIX);
    key.name = request.name();
    key.role = Role.valueOf(request.role().toUpperCase(Locale.ROOT));
    key.hash = secret.hash();
    key.createdAt = now.now();
    return key;
  }
}
