package io.github.asynclint.rules.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which model files does an entry of a class path bring? Those in its folder {@code META-INF/asynclint}.
 *
 * <p>Reading them takes nothing but the JDK, so that hosts load the parser of YAML only if there is one.
 *
 * @param name what messages call the file
 */
public record ModelText(String name, String text) {
  private static final String FOLDER = "META-INF/asynclint/";
  private static final String SUFFIX = ".yaml";

  /** Those of a jar or class folder, by name; none where it cannot be read: who opens it says so. */
  public static List<ModelText> broughtBy(Path entry) {
    try {
      if (Files.isRegularFile(entry)) {
        return JarNames.mayStartWith(FOLDER, entry) ? ofJar(entry) : List.of();
      }
      Path folder = entry.resolve(FOLDER);
      return Files.isDirectory(folder) ? ofFolder(folder) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<ModelText> ofFolder(Path folder) throws IOException {
    List<ModelText> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX)).sorted().toList()) {
        found.add(new ModelText(file.toString(), text(Files.readAllBytes(file))));
      }
    }
    return found;
  }

  private static List<ModelText> ofJar(Path jar) throws IOException {
    List<ModelText> found = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<String> names =
          zip.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith(FOLDER) && name.endsWith(SUFFIX))
              .sorted()
              .toList();
      for (String name : names) {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
          found.add(new ModelText(jar + "!/" + name, text(in.readAllBytes())));
        }
      }
    }
    return found;
  }

  /** What is no UTF-8 is no reason to lose the files beside it: the parser will say so. */
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
