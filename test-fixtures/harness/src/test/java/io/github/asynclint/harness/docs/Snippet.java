package io.github.asynclint.harness.docs;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How does a file, a method or type of a fixture, or a part of a golden file read in a page? */
final class Snippet {
  private static final Pattern MARK =
      Pattern.compile(
          "// expect(?:\\[[^\\]]*\\])?: (\\w+(?:, \\w+)*)((?: likely| definite)?)(?: - .*)?$");

  /** A mark of the one seat that reads no text: in the text the finding stands elsewhere. */
  private static final Pattern BYTECODE_MARK = Pattern.compile(" *// expect\\[spotbugs\\]: .*$");

  private Snippet() {}

  /**
   * The text that a reference names: {@code path} for a whole file, {@code path#name} for a member of a
   * Java file, the dump of a method, or the part of a golden report that starts with {@code name}, a file
   * and line; paths are relative to the repository's root.
   */
  static String of(String reference) {
    String[] parts = reference.split("#", 2);
    try {
      String source = Files.readString(Page.ROOT.resolve(Path.of(parts[0])));
      if (parts.length == 1) {
        return source;
      }
      return parts[0].endsWith(".java")
          ? text(source, member(source, parts[1], reference))
          : dump(source, parts[1], reference);
    } catch (IOException e) {
      throw new IllegalArgumentException(reference + " names no file", e);
    }
  }

  private static String dump(String source, String method, String reference) {
    List<String> found =
        Stream.of(source.split("\n\n"))
            .filter(dump -> isOf(dump.lines().findFirst().orElse(""), method))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(reference + " names " + found.size() + " dumps");
    }
    return found.get(0).strip() + "\n";
  }

  private static boolean isOf(String firstLine, String name) {
    return firstLine.contains("." + name + "(") || firstLine.contains("/" + name + ": ");
  }

  private static BodyDeclaration<?> member(String source, String name, String reference) {
    ParserConfiguration java17 =
        new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17);
    CompilationUnit unit = new JavaParser(java17).parse(source).getResult().orElseThrow();
    List<BodyDeclaration<?>> found =
        unit.findAll(BodyDeclaration.class).stream()
            .map(each -> (BodyDeclaration<?>) each)
            .filter(each -> name.equals(nameOf(each)))
            .collect(Collectors.toList());
    if (found.size() != 1) {
      throw new IllegalArgumentException(reference + " names " + found.size() + " members");
    }
    return found.get(0);
  }

  private static String nameOf(BodyDeclaration<?> member) {
    if (member instanceof CallableDeclaration<?> callable) {
      return callable.isConstructorDeclaration()
          ? callable.getNameAsString() + ".new"
          : callable.getNameAsString();
    }
    return member instanceof TypeDeclaration<?> type ? type.getNameAsString() : "";
  }

  private static String text(String source, BodyDeclaration<?> member) {
    int indent = member.getBegin().orElseThrow().column - 1;
    return source
        .lines()
        .skip(member.getBegin().orElseThrow().line - 1L)
        .limit(member.getEnd().orElseThrow().line - member.getBegin().orElseThrow().line + 1L)
        .map(line -> line.isBlank() ? "" : line.substring(indent))
        .map(line -> BYTECODE_MARK.matcher(line).replaceFirst(""))
        .map(line -> MARK.matcher(line).replaceFirst("// <- $1$2"))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
