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
  private static final String ROW = "  %-27s %10s %-4s %8s %10s  %-30s %s";

  String table() {
    String head = ROW.formatted(name, "value", "", "ratio", "floor", "", "bar").stripTrailing();
    return measurements.stream()
        .map(Report::row)
        .collect(Collectors.joining("\n", head + "\n", ""));
  }

  private static String row(Measurement line) {
    return ROW.formatted(
            line.metric(),
            number(line.value()),
            line.unit(),
            number(line.ratio()),
            number(line.floor()),
            line.floorName(),
            line.bar())
        .stripTrailing();
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
