package io.github.asynclint.harness.pitfalls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which source files does a program consist of? Texts by {@code package/path/Name.java}. */
record Sources(SortedMap<String, String> texts) {
  Sources {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** All Java files below these source folders. */
  static Sources under(List<Path> roots) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Path root : roots) {
      try (Stream<Path> walk = Files.walk(root)) {
        for (Path file : walk.filter(each -> each.toString().endsWith(".java")).toList()) {
          texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Sources(texts);
  }

  /** The same files, some with another text. */
  Sources with(Map<String, String> changed) {
    SortedMap<String, String> all = new TreeMap<>(texts);
    all.putAll(changed);
    return new Sources(all);
  }

  /** The packages that have files, as {@code pitfalls.fakeasync}. */
  Set<String> packages() {
    Set<String> packages = new TreeSet<>();
    texts.keySet().forEach(file -> packages.add(packageOf(file)));
    return packages;
  }

  List<String> files(String packageName) {
    return texts.keySet().stream().filter(file -> packageOf(file).equals(packageName)).toList();
  }

  static String packageOf(String file) {
    return file.substring(0, Math.max(0, file.lastIndexOf('/'))).replace('/', '.');
  }

  String line(String file, int line) {
    return texts.getOrDefault(file, "").lines().skip(line - 1L).findFirst().orElse("").strip();
  }
}
