package io.github.asynclint.source;

import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Notes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One text of a file, what its words tell, and what was read of it so far. */
final class EditedFile {
  private static final Notes TOLD = message -> {};

  private final SourceInput input;
  private final String text;
  private final TextNames names;
  private final Map<String, TypeFacts> types = new HashMap<>();
  private Optional<DeclaredNames> seen = Optional.empty();
  private final Map<MethodRef, Optional<MethodCode>> code = new HashMap<>();
  private Optional<List<String>> typeNames = Optional.empty();
  private Optional<CodePlaces> places = Optional.empty();
  private Optional<SourceUnit> unit = Optional.empty();
  private boolean isParsed;
  private boolean wasParsed;
  private Optional<Boolean> missesBodies = Optional.empty();

  EditedFile(SourceInput input, String text) {
    this.input = input;
    this.text = text;
    this.names = TextNames.of(input.name(), text);
  }

  String name() {
    return input.name();
  }

  String text() {
    return text;
  }

  TextNames names() {
    return names;
  }

  /** Qualified names of the top-level types that it may declare. */
  Set<String> declared() {
    String prefix = names.packageName().isEmpty() ? "" : names.packageName() + ".";
    Set<String> all = new TreeSet<>();
    names.declared().forEach(name -> all.add(prefix + name));
    return all;
  }

  /** As in {@code Callable.sourceFile()}. */
  String sourceFile() {
    return SourceUnit.sourceFile(input.name(), names.packageName());
  }

  /** The tree; empty if nothing can be parsed, which is noted the first time. */
  Optional<SourceUnit> unit(Notes notes) {
    if (!isParsed) {
      SourceInput same = new SourceInput(input.name(), () -> text);
      unit = SourceUnit.parse(same, wasParsed ? TOLD : notes);
      isParsed = true;
      wasParsed = true;
      missesBodies = Optional.of(unit.map(SourceUnit::missesBodies).orElse(true));
    }
    return unit;
  }

  /** The tree, if there is one now. */
  Optional<SourceUnit> unit() {
    return unit;
  }

  boolean isParsed() {
    return isParsed;
  }

  /** Whether others may have looked at what it declares. */
  boolean wasParsed() {
    return wasParsed;
  }

  void dropTree() {
    unit = Optional.empty();
    isParsed = false;
  }

  /** Whether a method that must have a body has none, as far as that is known. */
  Optional<Boolean> missesBodies() {
    return missesBodies;
  }

  Map<String, TypeFacts> types() {
    return types;
  }

  Map<MethodRef, Optional<MethodCode>> code() {
    return code;
  }

  Optional<List<String>> typeNames() {
    return typeNames;
  }

  void typeNames(List<String> found) {
    typeNames = Optional.of(found);
  }

  Optional<CodePlaces> places() {
    return places;
  }

  void places(CodePlaces found) {
    places = Optional.of(found);
  }

  /** What others saw of it, if that was told since it was last read. */
  Optional<DeclaredNames> seen() {
    return seen;
  }

  void seen(DeclaredNames declared) {
    seen = Optional.of(declared);
  }

  void forgetFacts() {
    seen = Optional.empty();
    typeNames = Optional.empty();
    places = Optional.empty();
    types.clear();
    code.clear();
    unit.ifPresent(each -> each.typesByName().clear());
  }
}
