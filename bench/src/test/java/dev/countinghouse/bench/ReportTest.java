package dev.countinghouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  @Test
  @DisplayName("A report has exactly the keys metric, value, unit, floor, floorName and ratio")
  void keys(@TempDir Path directory) throws IOException {
    // Given
    Measurement measurement = Measurement.of("latency p50", 3, "ms", 1.5, "bare Vert.x server");

    // When
    Path file = new Report("some-name", List.of(measurement)).write(directory);

    // Then
    assertThat(file).hasFileName("some-name.json");
    JsonNode expected =
        new ObjectMapper()
            .readTree(
                """
                [{"metric":"latency p50","value":3.0,"unit":"ms","floor":1.5,
                  "floorName":"bare Vert.x server","ratio":2.0}]
                """);
    assertThat(new ObjectMapper().readTree(file.toFile())).isEqualTo(expected);
  }

  @Test
  @DisplayName("The table says of each bar whether it is met, on both sides of it")
  void bars() {
    Measurement twice = Measurement.of("holds", 200, "1/s", 100, "updates");
    Measurement less = Measurement.of("holds", 199.9, "1/s", 100, "updates");
    Measurement slow = Measurement.of("p99", 50, "ms", 1, "updates");

    List<String> lines =
        new Report(
                "some-name",
                List.of(
                    twice.against(Bar.ratio(2)),
                    less.against(Bar.ratio(2)),
                    slow.against(Bar.below(50)),
                    slow))
            .table()
            .lines()
            .toList();

    assertThat(lines.get(1)).endsWith("ratio >= 2.00: met");
    assertThat(lines.get(2)).endsWith("ratio >= 2.00: MISSED");
    assertThat(lines.get(3)).endsWith("< 50: MISSED");
    assertThat(lines.get(4)).endsWith("updates");
  }
}
