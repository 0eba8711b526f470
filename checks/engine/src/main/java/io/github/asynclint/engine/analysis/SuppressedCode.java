package io.github.asynclint.engine.analysis;

import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Did somebody switch a rule off for a place: {@code @SuppressWarnings("Rule")} on the method or on a class
 * around it, or a comment {@code // asynclint:ignore Rule - reason} on the line or alone on the line above?
 * And which of these serve no purpose?
 */
final class SuppressedCode {
  private static final Pattern COMMENT =
      Pattern.compile("//\\s*asynclint:ignore\\s+([A-Za-z]+(?:\\s*,\\s*[A-Za-z]+)*)(.*)");

  private final Program program;
  private final Map<String, List<String>> lines = new HashMap<>();
  private final Set<Suppression> used = new HashSet<>();

  /** Where a rule is switched off: "File.java:line" of a comment, a class or a method. */
  private record Suppression(String rule, Object place) {}

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
    for (TypeFacts.Method declared : facts.get().methods()) {
      if (declared.ref().equals(method) && named(declared.annotations()).contains(rule)) {
        return use(rule, method);
      }
    }
    if (named(facts.get().annotations()).contains(rule)) {
      return use(rule, type);
    }
    return facts.get().enclosing().map(outer -> annotated(rule, outer, method)).orElse(false);
  }

  private static List<String> named(List<AnnotationFact> annotations) {
    return annotations.stream()
        .filter(annotation -> annotation.type().equals("java.lang.SuppressWarnings"))
        .flatMap(annotation -> annotation.attribute("value").stream())
        .flatMap(value -> List.of(value.split(",")).stream())
        .map(String::trim)
        .toList();
  }

  private boolean commented(String rule, String sourceFile, int line) {
    List<String> text = lines(sourceFile);
    if (line < 1 || line > text.size()) {
      return false;
    }
    return isIgnoredBy(rule, sourceFile, line)
        || (line >= 2
            && text.get(line - 2).strip().startsWith("//")
            && isIgnoredBy(rule, sourceFile, line - 1));
  }

  private boolean isIgnoredBy(String rule, String sourceFile, int line) {
    Matcher matcher = COMMENT.matcher(lines(sourceFile).get(line - 1));
    return matcher.find()
        && names(matcher).contains(rule)
        && use(rule, sourceFile + ":" + line);
  }

  private boolean use(String rule, Object place) {
    used.add(new Suppression(rule, place));
    return true;
  }

  private static List<String> names(Matcher comment) {
    return List.of(comment.group(1).split("\\s*,\\s*"));
  }

  private List<String> lines(String sourceFile) {
    return lines.computeIfAbsent(
        sourceFile,
        file -> program.sourceText(file).map(each -> each.lines().toList()).orElse(List.of()));
  }

  /**
   * What suppresses nothing, or gives no reason, in these classes, once their findings were asked for.
   *
   * @param rules the names of the rules that ran
   */
  Set<UnusedSuppression> unused(List<String> types, Set<String> rules) {
    Set<UnusedSuppression> found = new TreeSet<>();
    Set<String> files = new TreeSet<>();
    for (String type : types) {
      program.type(type).ifPresent(facts -> found.addAll(unused(facts, rules, files)));
    }
    for (String file : files) {
      for (int line = 1; line <= lines(file).size(); line++) {
        found.addAll(unused(file, line, rules));
      }
    }
    return found;
  }

  private List<UnusedSuppression> unused(TypeFacts type, Set<String> rules, Set<String> files) {
    List<UnusedSuppression> found = new ArrayList<>();
    unused(found, named(type.annotations()), type.name(), type.name(), rules);
    for (TypeFacts.Method method : type.methods()) {
      Optional<Callable> code =
          program.code(method.ref()).flatMap(body -> body.find(CallableId.of(method.ref())));
      code.ifPresent(callable -> files.add(callable.sourceFile()));
      String place =
          code.map(callable -> callable.sourceFile() + ":" + callable.line())
              .orElse(method.ref().toString());
      unused(found, named(method.annotations()), method.ref(), place, rules);
    }
    return found;
  }

  private void unused(
      List<UnusedSuppression> found,
      List<String> names,
      Object element,
      String place,
      Set<String> rules) {
    for (String name : names) {
      if (rules.contains(name) && !used.contains(new Suppression(name, element))) {
        found.add(
            new UnusedSuppression(
                place, "@SuppressWarnings(\"" + name + "\") suppresses nothing"));
      }
    }
  }

  private List<UnusedSuppression> unused(String file, int line, Set<String> rules) {
    Matcher comment = COMMENT.matcher(lines(file).get(line - 1));
    List<UnusedSuppression> found = new ArrayList<>();
    if (!comment.find()) {
      return found;
    }
    String place = file + ":" + line;
    for (String name : names(comment)) {
      if (rules.contains(name) && !used.contains(new Suppression(name, place))) {
        found.add(
            new UnusedSuppression(place, "asynclint:ignore " + name + " suppresses nothing"));
      }
    }
    if (comment.group(2).replaceAll("[\\s\\-:]", "").isEmpty()) {
      found.add(
          new UnusedSuppression(place, "asynclint:ignore " + comment.group(1) + " gives no reason"));
    }
    return found;
  }
}
