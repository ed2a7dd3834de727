package dev.countinghouse.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A service's JDK ahead-of-time cache: classes read, linked and profiled by a training run, so that
 * later starts skip that work. It serves only the very files, paths, flags and JDK that it was
 * trained with; a fingerprint of them lies beside it.
 */
final class AotCache {

  private final Path file;
  private final Path fingerprintFile;
  private final String fingerprint;

  private AotCache(Path file, String fingerprint) {
    this.file = file;
    this.fingerprintFile = file.resolveSibling(file.getFileName() + ".for");
    this.fingerprint = fingerprint;
  }

  /**
   * @param directory where the cache is kept
   * @param name of the program
   * @param jars the class path in order
   * @param flags that change what a cache may hold
   */
  static AotCache of(Path directory, String name, List<Path> jars, List<String> flags) {
    return new AotCache(directory.resolve(name + ".aot"), fingerprint(jars, flags));
  }

  /** Whether a cache is there that was trained with just this. */
  boolean isFresh() {
    try {
      return Files.exists(file)
          && Files.exists(fingerprintFile)
          && Files.readString(fingerprintFile).equals(fingerprint);
    } catch (IOException e) {
      return false;
    }
  }

  /** Flags that use the cache; none where there is no fresh one. */
  List<String> useFlags() {
    return isFresh() ? List.of("-XX:AOTCache=" + file, "-XX:AOTMode=auto", QUIET) : List.of();
  }

  /** Flags that make the cache when the program ends. */
  List<String> trainFlags() {
    Directories.make(file.toAbsolutePath().resolveSibling("."));
    forget();
    return List.of("-XX:AOTCacheOutput=" + file, QUIET);
  }

  /** A cache that does not fit is no reason for a warning: the start is just slower. */
  private static final String QUIET = "-Xlog:aot*=off,cds*=off";

  /** The training run has ended; a cache it made is now the fresh one. */
  boolean settle() {
    try {
      if (Files.exists(file)) {
        Files.writeString(fingerprintFile, fingerprint);
      }
      return isFresh();
    } catch (IOException e) {
      return false;
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(fingerprintFile);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StackException("cannot replace " + file + ": " + e.getMessage(), e);
    }
  }

  private static String fingerprint(List<Path> jars, List<String> flags) {
    StringBuilder text = new StringBuilder(System.getProperty("java.vm.version"));
    text.append(flags);
    try {
      for (Path jar : jars) {
        text.append('\n').append(jar).append(' ').append(Files.size(jar));
        text.append(' ').append(Files.getLastModifiedTime(jar).toMillis());
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (IOException e) {
      throw new StackException("cannot read the program's jars: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
