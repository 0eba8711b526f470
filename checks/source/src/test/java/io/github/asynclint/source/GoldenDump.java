package io.github.asynclint.source;

import io.github.asynclint.engine.facts.FactsText;
import io.github.asynclint.engine.facts.MethodCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The facts of the language corpus, ours and the reference, by body. */
final class GoldenDump {
  private GoldenDump() {}

  /** The reference: each body's text by its identity. */
  static Map<String, String> reference() throws IOException {
    Map<String, String> bodies = new TreeMap<>();
    try (Stream<Path> files = Files.list(Fixtures.LANGUAGE.resolve("golden"))) {
      for (Path file : files.sorted().toList()) {
        split(Files.readString(file), bodies);
      }
    }
    return bodies;
  }

  static Map<String, String> source(List<String> notes) throws IOException {
    SourceProgram program =
        SourceProgram.of(
            SourceInput.of(Fixtures.sources(Fixtures.LANGUAGE)),
            TestClasses.of(List.of()),
            new NoLibraries(),
            notes::add);
    Map<String, String> bodies = new TreeMap<>();
    for (MethodCode code : CallParity.allCode(program)) {
      split(FactsText.print(code), bodies);
    }
    return bodies;
  }

  private static void split(String text, Map<String, String> bodies) {
    String id = "";
    List<String> lines = new ArrayList<>();
    for (String line : (text + "\nend : ").split("\n")) {
      if (!line.isEmpty() && !line.startsWith("  ")) {
        if (!id.isEmpty()) {
          bodies.put(id, String.join("\n", lines));
        }
        id = line.substring(0, line.indexOf(" : "));
        lines = new ArrayList<>();
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
  }

  /** Bodies that differ, with the lines of both that do. */
  static Map<String, List<String>> differences(
      Map<String, String> reference, Map<String, String> source) {
    Map<String, List<String>> result = new LinkedHashMap<>();
    TreeMap<String, String> all = new TreeMap<>(reference);
    source.forEach(all::putIfAbsent);
    for (String id : all.keySet()) {
      String expected = reference.getOrDefault(id, "");
      String actual = source.getOrDefault(id, "");
      if (!expected.equals(actual)) {
        List<String> lines = new ArrayList<>();
        List<String> theirs = Arrays.asList(expected.split("\n"));
        List<String> ours = Arrays.asList(actual.split("\n"));
        theirs.stream().filter(line -> !ours.contains(line)).forEach(l -> lines.add("- " + l));
        ours.stream().filter(line -> !theirs.contains(line)).forEach(l -> lines.add("+ " + l));
        result.put(id, lines);
      }
    }
    return result;
  }
}
