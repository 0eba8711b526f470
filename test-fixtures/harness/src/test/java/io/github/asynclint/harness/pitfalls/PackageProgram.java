package io.github.asynclint.harness.pitfalls;

import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What would a program be if it consisted of one of its packages only? The others do not exist. */
record PackageProgram(Program whole, String packageName) implements Program {
  private static final Pattern RELEASE = Pattern.compile("[a-z]On(\\d\\d)(?:\\$|$)");

  private boolean hides(String name) {
    return whole.origin(name) == Origin.PROGRAM && !isInside(name);
  }

  private boolean isInside(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && name.substring(0, dot).equals(packageName);
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    return hides(name) ? Optional.empty() : whole.type(name);
  }

  @Override
  public Origin origin(String name) {
    return hides(name) ? Origin.UNKNOWN : whole.origin(name);
  }

  @Override
  public Optional<MethodCode> code(MethodRef method) {
    return hides(method.owner()) ? Optional.empty() : whole.code(method);
  }

  @Override
  public Map<MethodRef, Mentions> mentions(String type) {
    return hides(type) ? Map.of() : whole.mentions(type);
  }

  @Override
  public List<String> programTypes() {
    return whole.programTypes().stream().filter(this::isInside).toList();
  }

  @Override
  public boolean isTestSource(String sourceFile) {
    return whole.isTestSource(sourceFile);
  }

  /** What a fixture is compiled for: what its name ends with ({@code CatalogOn21}), else 17. */
  @Override
  public OptionalInt release(String type) {
    Matcher name = RELEASE.matcher(type);
    return OptionalInt.of(name.find() ? Integer.parseInt(name.group(1)) : 17);
  }

  @Override
  public Optional<String> sourceText(String sourceFile) {
    return whole.sourceText(sourceFile);
  }
}
