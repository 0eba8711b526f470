package io.github.asynclint.source;

import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * In which files may subtypes of a type be declared? Told from what their classes say they extend and
 * implement, by simple name for types of the program, and through class files for those of libraries.
 */
final class Subtypes {
  private static final String UNRESOLVED = "";

  private final Workspace workspace;
  private final Program libraries;

  /** Files by the simple names of what their types extend. */
  private final Map<String, Set<EditedFile>> bySimpleName = new HashMap<>();

  /** Files by the library types that their types are below. */
  private final Map<String, Set<EditedFile>> byLibraryType = new HashMap<>();

  private final Map<String, Set<String>> closures = new HashMap<>();
  private boolean isBuilt;

  Subtypes(Workspace workspace, Program libraries) {
    this.workspace = workspace;
    this.libraries = libraries;
  }

  /** One text of a file took the place of another. */
  void replace(EditedFile before, EditedFile after) {
    if (isBuilt && before.names().supertypes().equals(after.names().supertypes())
        && before.names().imports().equals(after.names().imports())
        && before.sourceFile().equals(after.sourceFile())) {
      for (Map<String, Set<EditedFile>> index : List.of(bySimpleName, byLibraryType)) {
        index.values().forEach(
            files -> {
              if (files.remove(before)) {
                files.add(after);
              }
            });
      }
    } else {
      startOver();
    }
  }

  void startOver() {
    bySimpleName.clear();
    byLibraryType.clear();
    isBuilt = false;
  }

  /** Classes of the program that may be below the type, file by file. */
  Iterable<String> below(String type, EditedProgram program) {
    build();
    return () -> new Search(type, program);
  }

  /** Goes from the files that name the type to those that name what is found. */
  private final class Search implements Iterator<String> {
    private final String type;
    private final EditedProgram program;
    private final Set<String> names = new HashSet<>();
    private final Set<EditedFile> seen = new HashSet<>();
    private final Deque<EditedFile> files = new ArrayDeque<>();
    private final Deque<String> found = new ArrayDeque<>();

    Search(String type, EditedProgram program) {
      this.type = type;
      this.program = program;
      if (workspace.mayDeclare(type)) {
        workspace.outermost(type).forEach(files::add);
      } else {
        files.addAll(byLibraryType.getOrDefault(type, Set.of()));
        files.addAll(byLibraryType.getOrDefault(UNRESOLVED, Set.of()));
      }
      // What nobody has a class file of is known by name alone.
      open(simple(type));
    }

    private void open(String simple) {
      if (names.add(simple)) {
        files.addAll(bySimpleName.getOrDefault(simple, Set.of()));
      }
    }

    private boolean isBelow(String from) {
      Set<String> above = new HashSet<>();
      Deque<String> open = new ArrayDeque<>(List.of(from));
      while (!open.isEmpty()) {
        Optional<TypeFacts> facts = program.type(open.removeFirst());
        for (String next : facts.map(TypeFacts::supertypes).orElse(List.of())) {
          if (next.equals(type)) {
            return true;
          } else if (above.add(next)) {
            open.add(next);
          }
        }
      }
      return false;
    }

    @Override
    public boolean hasNext() {
      while (found.isEmpty() && !files.isEmpty()) {
        EditedFile file = files.removeFirst();
        if (seen.add(file)) {
          for (String each : program.types(file)) {
            if (isBelow(each)) {
              found.add(each);
              open(simple(each));
            }
          }
        }
      }
      return !found.isEmpty();
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return found.removeFirst();
    }
  }

  private static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  private void build() {
    if (isBuilt) {
      return;
    }
    isBuilt = true;
    for (EditedFile file : workspace.files()) {
      if (file.names().anything()) {
        place(byLibraryType, UNRESOLVED, file);
      }
      for (String supertype : file.names().supertypes()) {
        place(bySimpleName, simple(supertype), file);
        resolve(supertype, file.names())
            .forEach(name -> closure(name).forEach(above -> place(byLibraryType, above, file)));
      }
    }
  }

  private static void place(
      Map<String, Set<EditedFile>> index, String key, EditedFile file) {
    index.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(file);
  }

  /** The library types that a written name may mean; {@link #UNRESOLVED} where that is not clear. */
  private List<String> resolve(String written, TextNames names) {
    int dot = written.indexOf('.');
    String first = dot < 0 ? written : written.substring(0, dot);
    String rest = dot < 0 ? "" : written.substring(dot).replace('.', '$');
    for (String each : names.imports()) {
      if (each.endsWith("." + first)) {
        return library(each, rest);
      }
    }
    String prefix = names.packageName().isEmpty() ? "" : names.packageName() + ".";
    if (names.declared().contains(first)
        || names.nested().contains(first)
        || workspace.mayDeclare(prefix + first)) {
      // Of the program, and found by its name.
      return List.of();
    }
    List<String> places = new ArrayList<>();
    places.add("java.lang." + first);
    places.add(prefix + first);
    for (String each : names.imports()) {
      if (each.endsWith(".*")) {
        places.add(each.substring(0, each.length() - 1) + first);
      }
    }
    for (String place : places) {
      List<String> found = library(place, rest);
      boolean isKnown =
          found.isEmpty() || libraries.origin(found.get(0)) != Program.Origin.UNKNOWN;
      if (isKnown) {
        return found;
      }
    }
    if (dot > 0 && Character.isLowerCase(first.charAt(0))) {
      return library(written, "");
    }
    return List.of(UNRESOLVED);
  }

  /** The library class of a canonical name; none if it is one of the program. */
  private List<String> library(String canonical, String rest) {
    String name = canonical;
    while (true) {
      if (workspace.mayDeclare(name)) {
        return List.of();
      }
      if (libraries.origin(name) != Program.Origin.UNKNOWN) {
        return List.of(name + rest);
      }
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        return List.of(canonical + rest);
      }
      name = name.substring(0, dot) + '$' + name.substring(dot + 1);
    }
  }

  private Set<String> closure(String type) {
    Set<String> known = closures.get(type);
    if (known == null) {
      known = new LinkedHashSet<>();
      Deque<String> open = new ArrayDeque<>(List.of(type));
      while (!open.isEmpty()) {
        String next = open.removeFirst();
        if (known.add(next) && !next.equals(UNRESOLVED)) {
          libraries.type(next).map(TypeFacts::supertypes).ifPresent(open::addAll);
        }
      }
      closures.put(type, known);
    }
    return known;
  }
}
