package dev.countinghouse.subscription.channel;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.PageQuery;
import dev.countinghouse.http.Paging;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists a caller's channels, oldest first: those it is a member of; all of them to an operator. */
@ApplicationScoped
class ListChannels {

  private static final String ALL = "id > ?1 order by id";
  private static final String OWN =
      "id > ?1 and (id in ?2 or id in (select m.channel from Member m where m.subject = ?3))"
          + " order by id";

  private final Paging paging;

  ListChannels(Paging paging) {
    this.paging = paging;
  }

  @WithSession
  Uni<Page<ChannelJson>> page(Caller caller, @Nullable String cursor, @Nullable Integer limit) {
    PageQuery query = paging.open("channels:" + caller.subject(), List.of(""), cursor, limit);
    return find(caller, query)
        .map(found -> found.stream().map(ChannelJson::of).toList())
        .map(found -> paging.close(query, found, channel -> List.of(channel.id())));
  }

  private static Uni<List<Channel>> find(Caller caller, PageQuery query) {
    String after = query.text(0);
    return switch (caller.scope()) {
      case ChannelScope.All all -> Channel.<Channel>find(ALL, after).page(0, query.fetch()).list();
      case ChannelScope.Only only ->
          Channel.<Channel>find(OWN, after, notEmpty(only.channels()), caller.subject())
              .page(0, query.fetch())
              .list();
    };
  }

  /** A query has no empty list; no channel has the empty id. */
  private static Set<String> notEmpty(Set<String> channels) {
    return channels.isEmpty() ? Set.of("") : channels;
  }
}
