package dev.countinghouse.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code bin/up} tells when everything is up, on the terminal and in {@code up.json}. */
record UpReport(Map<String, String> lines) {

  static UpReport of(Suite suite, UpTokens tokens, Path data) {
    URI gateway = suite.gateway();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("gateway", gateway.toString());
    lines.put("docs", gateway.resolve("/docs").toString());
    lines.put("openapi", gateway.resolve("/openapi").toString());
    lines.put("health", gateway.resolve("/q/health").toString());
    lines.put("metrics", gateway.resolve("/q/metrics").toString());
    for (SuiteService service : SuiteService.values()) {
      if (service.hasDatabase()) {
        lines.put(service.id(), suite.url(service).toString());
      }
    }
    lines.put("postgres", "postgresql://127.0.0.1:" + suite.servers().postgres().port());
    lines.put("kafka", suite.servers().kafka().bootstrap());
    lines.put("redis", "redis://127.0.0.1:" + suite.servers().redis().port());
    lines.put("data", data.toString());
    lines.put("logs", data.resolve("logs").toString());
    lines.put("ownerToken", tokens.owner());
    lines.put("operatorToken", tokens.operator());
    return new UpReport(lines);
  }

  String forTerminal() {
    return lines.entrySet().stream()
        .map(line -> "  %-14s %s".formatted(line.getKey(), line.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /** Holds tokens, so that only the owner may read it. */
  void write(Path file) {
    String json =
        lines.entrySet().stream()
            .map(line -> "  \"%s\": \"%s\"".formatted(line.getKey(), escaped(line.getValue())))
            .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, json);
    } catch (IOException e) {
      throw new StackException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
