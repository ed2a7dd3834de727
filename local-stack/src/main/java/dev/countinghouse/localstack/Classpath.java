package dev.countinghouse.localstack;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** The class path of this JVM, for JVMs that are started from it. */
final class Classpath {

  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));
  private static final Pattern SPACES = Pattern.compile(" +");

  private Classpath() {}

  static String joined() {
    List<String> entries = new ArrayList<>();
    SEPARATOR
        .splitAsStream(System.getProperty("java.class.path"))
        .map(Path::of)
        .forEach(entry -> expand(entry, entries));
    return String.join(File.pathSeparator, entries);
  }

  /** Surefire and others pass a long class path as the manifest of one jar. */
  private static void expand(Path entry, List<String> entries) {
    entries.add(entry.toAbsolutePath().toString());
    if (!Files.isRegularFile(entry)) {
      return;
    }
    try (JarFile jar = new JarFile(entry.toFile())) {
      Manifest manifest = jar.getManifest();
      String line = manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
      if (line != null && line.contains("file:")) {
        SPACES
            .splitAsStream(line)
            .map(uri -> Path.of(URI.create(uri)).toString())
            .forEach(entries::add);
      }
    } catch (IOException | IllegalArgumentException e) {
      // not a jar: the JVM ignores such an entry too
    }
  }
}
