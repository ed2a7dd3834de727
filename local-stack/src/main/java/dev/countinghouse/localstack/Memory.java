package dev.countinghouse.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process holds in memory.
 *
 * @param residentKilobytes all its pages, those it shares with others counted in full
 * @param proportionalKilobytes shared pages counted by share; 0 where the system does not tell
 */
public record Memory(long residentKilobytes, long proportionalKilobytes) {

  static final Memory NONE = new Memory(0, 0);

  private static final Pattern RESIDENT = Pattern.compile("^VmRSS:\\s+(\\d+) kB");
  private static final Pattern PROPORTIONAL = Pattern.compile("^Pss:\\s+(\\d+) kB");

  /** Of the process {@code pid}; zero where this system has no {@code /proc}. */
  static Memory of(long pid) {
    Path proc = Path.of("/proc", Long.toString(pid));
    return new Memory(
        value(proc.resolve("status"), RESIDENT), value(proc.resolve("smaps_rollup"), PROPORTIONAL));
  }

  private static long value(Path file, Pattern pattern) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .flatMap(line -> pattern.matcher(line).results())
          .map(MatchResult::group)
          .map(text -> text.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  Memory plus(Memory other) {
    return new Memory(
        residentKilobytes + other.residentKilobytes,
        proportionalKilobytes + other.proportionalKilobytes);
  }
}
