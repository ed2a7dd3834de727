package dev.countinghouse.localstack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Shows what another process writes to its log, as it comes. */
final class LogTail {

  private final Path log;
  private final PrintStream out;
  private long position;

  LogTail(Path log, PrintStream out) {
    this.log = log;
    this.out = out;
  }

  /** Copies what is new. */
  void copy() {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(position);
      byte[] fresh = new byte[(int) Math.min(file.length() - position, 1 << 16)];
      file.readFully(fresh);
      position += fresh.length;
      out.write(fresh, 0, fresh.length);
      out.flush();
    } catch (IOException e) {
      // a log that cannot be shown must not fail the start
    }
  }
}
