package dev.countinghouse.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countinghouse.gateway.GatewaySettings;
import dev.countinghouse.gateway.domain.Quota;
import dev.countinghouse.gateway.domain.RequestWindow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** Windows of this pod alone. */
@ApplicationScoped
class PodWindows {

  private final GatewaySettings.RateLimit settings;
  private final Cache<String, RequestWindow> windows;

  PodWindows(GatewaySettings settings) {
    this.settings = settings.rateLimit();
    this.windows =
        Caffeine.newBuilder()
            .expireAfterAccess(this.settings.window())
            .maximumSize(this.settings.podEntries())
            .build();
  }

  Quota count(String key) {
    long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    return windows
        .get(key, missing -> new RequestWindow(settings.window(), now))
        .count(settings.requests(), now);
  }
}
