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
}
