package dev.countinghouse.subscription.testclock;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.internal.ClockStep;
import dev.countinghouse.contracts.internal.DueAnswer;
import dev.countinghouse.contracts.internal.DueWorkAnswer;
import dev.countinghouse.contracts.internal.Progress;
import dev.countinghouse.subscription.testclock.domain.EventFlow;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * The services that share a channel's test clock, this one included: it is asked like the others,
 * so that there is one way. Whatever goes wrong is a {@link ServiceTrouble}.
 */
@ApplicationScoped
class AllServices {

  private final Config urls;
  private final TestClockSettings settings;
  private final Map<ServiceName, ServiceClock> clients = new ConcurrentHashMap<>();

  AllServices(Config urls, TestClockSettings settings) {
    this.urls = urls;
    this.settings = settings;
  }

  /** How far every service has come, asked at once. */
  Uni<Map<ServiceName, Progress>> progress(String channel) {
    return askAll(EventFlow.services(), service -> service.progress(channel));
  }

  /** When the next work of every service falls due; services without work are absent. */
  Uni<Map<ServiceName, Instant>> due(String channel) {
    return askAll(EventFlow.services(), service -> service.due(channel)).map(AllServices::due);
  }

  /** Sets the clock of every service, this one's own when all others have answered. */
  Uni<Void> move(String channel, Instant now, boolean rewind) {
    ClockStep step = new ClockStep(now, rewind);
    Map<Boolean, List<ServiceName>> own =
        EventFlow.services().stream()
            .collect(
                java.util.stream.Collectors.partitioningBy(
                    service -> service == ServiceName.SUBSCRIPTION));
    return askAll(own.getOrDefault(false, List.of()), service -> moved(service, channel, step))
        .chain(() -> askAll(own.getOrDefault(true, List.of()), s -> moved(s, channel, step)))
        .replaceWithVoid();
  }

  /** Lets one service do what is due there. */
  Uni<DueWorkAnswer> run(ServiceName service, String channel, Instant now) {
    ClockStep step = new ClockStep(now, false);
    return ask(service, settings.workTimeout(), client -> client.run(channel, step));
  }

  private static Uni<Boolean> moved(ServiceClock service, String channel, ClockStep step) {
    return service.move(channel, step).replaceWith(true);
  }

  private <T> Uni<Map<ServiceName, T>> askAll(
      List<ServiceName> services, Function<ServiceClock, Uni<T>> question) {
    List<Uni<T>> answers =
        services.stream().map(service -> ask(service, settings.askTimeout(), question)).toList();
    return Uni.join().all(answers).andFailFast().map(all -> byService(services, all));
  }

  private <T> Uni<T> ask(
      ServiceName service, Duration timeout, Function<ServiceClock, Uni<T>> question) {
    return Uni.createFrom()
        .deferred(() -> question.apply(client(service)))
        .ifNoItem()
        .after(timeout)
        .fail()
        .onFailure()
        .transform(failure -> ServiceTrouble.of(service, failure));
  }

  private ServiceClock client(ServiceName service) {
    return clients.computeIfAbsent(service, this::connect);
  }

  private ServiceClock connect(ServiceName service) {
    String url = urls.getValue("quarkus.rest-client." + service.id() + ".url", String.class);
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(URI.create(url))
        .connectTimeout(settings.askTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(settings.workTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .build(ServiceClock.class);
  }

  private static <T> Map<ServiceName, T> byService(List<ServiceName> services, List<T> answers) {
    Map<ServiceName, T> all = new EnumMap<>(ServiceName.class);
    for (int position = 0; position < answers.size(); position++) {
      all.put(services.get(position), answers.get(position));
    }
    return all;
  }

  private static Map<ServiceName, Instant> due(Map<ServiceName, DueAnswer> answers) {
    Map<ServiceName, Instant> due = new EnumMap<>(ServiceName.class);
    answers.forEach(
        (service, answer) -> {
          Instant next = answer.next();
          if (next != null) {
            due.put(service, next);
          }
        });
    return due;
  }
}
