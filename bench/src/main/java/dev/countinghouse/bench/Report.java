package dev.countinghouse.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a benchmark found, as a table for people and as JSON for programs. */
record Report(String name, List<Measurement> measurements) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String ROW = "  %-22s %12s %-6s %12s %7s";

  String table() {
    String floor = measurements.isEmpty() ? "" : measurements.getFirst().floorName();
    String head = ROW.formatted(name, "value", "", "floor", "ratio");
    return measurements.stream()
        .map(Report::row)
        .collect(Collectors.joining("\n", head + "\n", "\n  floor: " + floor));
  }

  private static String row(Measurement line) {
    return ROW.formatted(
        line.metric(),
        number(line.value()),
        line.unit(),
        number(line.floor()),
        number(line.ratio()));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, Math.abs(number) >= 100 ? "%.0f" : "%.2f", number);
  }

  /** Writes {@code NAME.json} into {@code directory}. */
  Path write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve(name + ".json");
    JSON.writeValue(file.toFile(), measurements);
    return file;
  }
}
