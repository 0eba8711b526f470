package io.github.asynclint.engine.analysis;

import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Did somebody switch a rule off for a place: {@code @SuppressWarnings("Rule")} on the method or on a class
 * around it, or a comment {@code // asynclint:ignore Rule - reason} on the line or alone on the line above?
 */
final class SuppressedCode {
  private static final Pattern COMMENT =
      Pattern.compile("//\\s*asynclint:ignore\\s+([A-Za-z]+(?:\\s*,\\s*[A-Za-z]+)*)");

  private final Program program;
  private final Map<String, List<String>> lines = new HashMap<>();

  SuppressedCode(Program program) {
    this.program = program;
  }

  boolean contains(String rule, String type, MethodRef method, String sourceFile, int line) {
    return annotated(rule, type, method) || commented(rule, sourceFile, line);
  }

  private boolean annotated(String rule, String type, MethodRef method) {
    Optional<TypeFacts> facts = program.type(type);
    if (facts.isEmpty()) {
      return false;
    }
    boolean onMethod =
        facts.get().methods().stream()
            .filter(declared -> declared.ref().equals(method))
            .anyMatch(declared -> names(rule, declared.annotations()));
    return onMethod
        || names(rule, facts.get().annotations())
        || facts.get().enclosing().map(outer -> annotated(rule, outer, method)).orElse(false);
  }

  private static boolean names(String rule, List<AnnotationFact> annotations) {
    return annotations.stream()
        .filter(annotation -> annotation.type().equals("java.lang.SuppressWarnings"))
        .flatMap(annotation -> annotation.attribute("value").stream())
        .flatMap(value -> List.of(value.split(",")).stream())
        .anyMatch(name -> name.trim().equals(rule));
  }

  private boolean commented(String rule, String sourceFile, int line) {
    List<String> text =
        lines.computeIfAbsent(
            sourceFile,
            file -> program.sourceText(file).map(each -> each.lines().toList()).orElse(List.of()));
    return (line >= 1 && line <= text.size() && ignores(rule, text.get(line - 1)))
        || (line >= 2
            && line <= text.size()
            && text.get(line - 2).strip().startsWith("//")
            && ignores(rule, text.get(line - 2)));
  }

  private static boolean ignores(String rule, String line) {
    Matcher matcher = COMMENT.matcher(line);
    return matcher.find()
        && List.of(matcher.group(1).split("\\s*,\\s*")).contains(rule);
  }
}
