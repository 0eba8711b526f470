package io.github.asynclint.harness.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What does a Markdown page say, and what would it say if its generated parts were current? */
record Page(Path file, String text) {
  static final Path ROOT = Path.of("..", "..");
  static final Path PITFALLS = ROOT.resolve("docs").resolve("pitfalls");

  private static final Pattern INCLUDED =
      Pattern.compile("(<!-- include: (\\S+) -->\n```\\w+\n)(.*?)(```\n)", Pattern.DOTALL);
  private static final Pattern JAVA_BLOCK = Pattern.compile("^```java$", Pattern.MULTILINE);

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)\\s]*)?\\)");

  static Page read(Path file) throws IOException {
    return new Page(file, Files.readString(file).replace("\r\n", "\n"));
  }

  /** The pages of the pitfalls, one for each rule. */
  static List<Path> pitfalls() throws IOException {
    try (Stream<Path> files = Files.list(PITFALLS)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".md"))
          .filter(file -> !file.getFileName().toString().equals("README.md"))
          .sorted()
          .toList();
    }
  }

  /** Every page of the repository that people read. */
  static List<Path> all() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  String name() {
    return file.getFileName().toString().replace(".md", "");
  }

  /** What the include markers name, in order. */
  List<String> includes() {
    List<String> found = new ArrayList<>();
    Matcher matcher = INCLUDED.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(2));
    }
    return found;
  }

  long javaBlocks() {
    return JAVA_BLOCK.matcher(text).results().count();
  }

  /** Where the links to files of this repository lead. */
  List<Path> links() {
    return LINK.matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(target -> !target.contains(":"))
        .map(target -> file.resolveSibling(target).normalize())
        .toList();
  }

  Page withIncludes(Function<String, String> content) {
    String current =
        INCLUDED
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        match.group(1) + content.apply(match.group(2)) + match.group(4)));
    return new Page(file, current);
  }

  /** The page with other text between {@code <!-- generated: name -->} and {@code <!-- end -->}. */
  Page withGenerated(String name, String content) {
    String start = "<!-- generated: " + name + " -->\n";
    String end = "<!-- end -->";
    int from = text.indexOf(start);
    int to = from < 0 ? -1 : text.indexOf(end, from);
    if (to < 0) {
      throw new IllegalStateException(file + " lacks " + start.strip() + " ... " + end);
    }
    return new Page(file, text.substring(0, from + start.length()) + content + text.substring(to));
  }

  /** The first paragraph under a heading of the second level, as one line. */
  String firstParagraphOf(String heading) {
    int from = text.indexOf("\n## " + heading + "\n");
    if (from < 0) {
      throw new IllegalStateException(file + " lacks the section " + heading);
    }
    String body = text.substring(from + heading.length() + 5).strip();
    return body.substring(0, Math.max(0, (body + "\n\n").indexOf("\n\n"))).replace('\n', ' ');
  }

  void write() throws IOException {
    Files.writeString(file, text);
  }
}
