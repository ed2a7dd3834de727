package dev.countinghouse.prepaid.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.SmallPages;
import dev.countinghouse.prepaid.pu.RebuildBalances;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The round of the check over several pages, two channels a page. */
@QuarkusTest
@TestProfile(SmallPages.class)
@WithTestResource(StackTestResource.class)
class CheckPagesTest {

  private static final int ALL = 1000;

  @Inject ProofScene scene;
  @Inject PrepaidLimits limits;
  @Inject RebuildBalances rebuild;

  @Test
  @DisplayName("PU-1 a difference on a later page is found, and shown until a round has passed it")
  void laterPage() {
    String last = Collections.max(List.of(scene.played(), scene.played(), scene.played()));
    scene.sql("delete from pu_account where channel_id = $1", last);
    MeterRegistry registry = new SimpleMeterRegistry();
    CheckLedger check = new CheckLedger(rebuild, limits, registry);

    List<Double> first = round(check, registry);
    scene.rebuild(last);
    List<Double> second = round(check, registry);

    assertThat(first).startsWith(0.0).endsWith(1.0);
    assertThat(second).startsWith(1.0).endsWith(0.0);
    assertThat(second.subList(0, second.size() - 1)).containsOnly(1.0);
  }

  /** The gauge after each page of a whole round. */
  private List<Double> round(CheckLedger check, MeterRegistry registry) {
    int channels = ProofScene.await(rebuild.compareAfter("", ALL)).size();
    List<Double> shown = new ArrayList<>();
    for (int page = 0; page <= channels / limits.ledgerCheckPage(); page++) {
      ProofScene.await(check.checkPage().replaceWith(true));
      shown.add(registry.get("countinghouse.ledger.differences").gauge().value());
    }
    return shown;
  }
}
