package dev.countinghouse.clock;

import static dev.countinghouse.clock.TestDatabase.await;
import static dev.countinghouse.clock.TestPod.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DueWorkMetricsTest {

  @Test
  @DisplayName("the backlog, the age of its oldest piece and the failed pieces are measured")
  void measured() {
    try (TestDatabase database = new TestDatabase("due_work_metrics")) {
      TestPod pod = new TestPod(database, new TestSettings());
      SimpleMeterRegistry registry = new SimpleMeterRegistry();
      DueWorkMetrics metrics =
          new DueWorkMetrics(database.vertx, pod.rows, pod.clock, new TestSettings(), registry);
      pod.register(TestPod.live("ch_live"));
      pod.schedule("ch_live", "bill", "1", START.minusSeconds(90));
      pod.schedule("ch_live", "bill", "2", START.minusSeconds(30));
      pod.schedule("ch_live", "bill", "3", START.plusSeconds(30));
      Claim claim = await(pod.rows.claim(1, START, START.plusSeconds(60))).getFirst();
      await(pod.rows.failed(claim, "bill: no", START.plusSeconds(60)));

      metrics.start(new StartupEvent());

      Awaitility.await().until(() -> gauge(registry, "failed") == 1);
      metrics.stop(new ShutdownEvent());
      assertThat(gauge(registry, "backlog")).isEqualTo(1);
      double age =
          registry.get("countinghouse.due.work.oldest.age").timeGauge().value(TimeUnit.SECONDS);
      assertThat(age).isEqualTo(30);
    }
  }

  private static double gauge(SimpleMeterRegistry registry, String name) {
    return registry.get("countinghouse.due.work." + name).gauge().value();
  }
}
