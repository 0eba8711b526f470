package io.github.asynclint.source;

import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.source.types.ClassBytes;
import io.github.asynclint.source.types.ClassInfo;
import io.github.asynclint.source.types.Functions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which files are there, and what is still true of what was read of them?
 *
 * <p>Files are parsed when a class in them is asked for. Trees are large: the ones that were not used for
 * longest are dropped when all together pass a limit, and parsed again when they are wanted.
 */
final class Workspace {
  /** Characters of text whose trees are kept: some 22 bytes of heap for each. */
  private static final long TREES = 4_000_000;

  /** How many files keep their trees whatever others need: those that are likely to be edited next. */
  private static final int ASKED = 8;

  private final TreeMap<String, EditedFile> files = new TreeMap<>();
  private final Map<String, List<EditedFile>> declaring = new HashMap<>();
  private final Map<String, EditedFile> bySourceFile = new HashMap<>();
  private final Set<EditedFile> trees = new LinkedHashSet<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Map<String, Optional<ClassInfo>> fromFiles = new HashMap<>();
  private final ClassBytes bytes;
  private final Notes notes;
  private long treeLength;
  private Sources sources;
  private MethodFacts methods;
  private TypeFactsReader types;

  Workspace(ClassBytes bytes, Notes notes) {
    this.bytes = bytes;
    this.notes = notes;
    startOver();
  }

  private void startOver() {
    sources = new Sources(bytes, fromFiles, this::load, this::declares);
    types = new TypeFactsReader(sources);
    trees.forEach(file -> file.unit().ifPresent(sources::add));
    renewReaders();
  }

  /** They remember classes by identity. */
  private void renewReaders() {
    methods = new MethodFacts(sources, new Functions(sources.headers().types()));
  }

  Sources sources() {
    return sources;
  }

  MethodFacts methods() {
    return methods;
  }

  TypeFactsReader types() {
    return types;
  }

  Collection<EditedFile> files() {
    return files.values();
  }

  Optional<EditedFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  Optional<EditedFile> bySourceFile(String sourceFile) {
    return Optional.ofNullable(bySourceFile.get(sourceFile));
  }

  /** The file that declares the class, parsed; empty if none does. */
  Optional<EditedFile> declaring(String type) {
    return sources
        .source(type)
        .flatMap(found -> bySourceFile(found.unit().sourceFile()).filter(
            file -> file.unit().filter(unit -> unit == found.unit()).isPresent())
            .or(() -> trees.stream()
                .filter(file -> file.unit().filter(unit -> unit == found.unit()).isPresent())
                .findFirst()));
  }

  /** Whether a file may declare the class, by the name of the class around it. */
  boolean mayDeclare(String type) {
    return !outermost(type).isEmpty();
  }

  /** The files that may declare the class, the one that counts first. */
  List<EditedFile> outermost(String type) {
    List<EditedFile> found = declaring.get(type);
    int dollar = type.indexOf('$', type.lastIndexOf('.') + 2);
    while (found == null && dollar > 0) {
      found = declaring.get(type.substring(0, dollar));
      dollar = type.indexOf('$', dollar + 1);
    }
    return found == null ? List.of() : found;
  }

  /** Whether a file surely declares the outermost class. */
  private boolean declares(String type) {
    return declaring.getOrDefault(type, List.of()).stream()
        .anyMatch(file -> file.names().isSure());
  }

  private void load(String type) {
    for (EditedFile file : outermost(type)) {
      parse(file);
    }
  }

  /** Parses the file, and before it those that declare the same classes and come first. */
  Optional<SourceUnit> parse(EditedFile file) {
    if (!file.isParsed()) {
      Optional<SourceUnit> unit = file.unit(notes);
      for (String name : file.declared()) {
        for (EditedFile other : declaring.getOrDefault(name, List.of())) {
          if (other == file) {
            break;
          }
          parse(other);
        }
      }
      unit.ifPresent(sources::add);
      treeLength += file.text().length();
      trees.add(file);
    }
    return file.unit();
  }

  /** Says that somebody wants to know about this very file: one that is open in an editor. */
  void asked(EditedFile file) {
    asked.remove(file.name());
    asked.add(file.name());
    if (asked.size() > ASKED) {
      asked.remove(asked.iterator().next());
    }
  }

  /** Says that a tree was used, while no body is being read: then others may be dropped. */
  void touch(EditedFile file) {
    trees.remove(file);
    trees.add(file);
    Iterator<EditedFile> oldest = trees.iterator();
    boolean dropped = false;
    while (treeLength > TREES && oldest.hasNext()) {
      EditedFile next = oldest.next();
      if (next != file && !asked.contains(next.name())) {
        oldest.remove();
        dropTree(next);
        dropped = true;
      }
    }
    if (dropped) {
      renewReaders();
    }
  }

  /** Says that nobody is expected to ask about the file soon, while no body is being read. */
  void drop(EditedFile file) {
    if (trees.remove(file)) {
      dropTree(file);
      renewReaders();
    }
  }

  private void dropTree(EditedFile file) {
    treeLength -= file.text().length();
    file.unit().ifPresent(sources::remove);
    file.dropTree();
  }

  /** Adds files to begin with; of the same name the last one counts. */
  void addAll(List<EditedFile> all) {
    for (EditedFile file : all) {
      file(file.name()).ifPresent(this::remove);
      add(file);
    }
  }

  /** Puts one text of a file in the place of another. Each may be missing. */
  void replace(Optional<EditedFile> before, Optional<EditedFile> after) {
    boolean sameOutside =
        before.isPresent()
            && after.isPresent()
            && isKnown(before.get())
            && before.get().sourceFile().equals(after.get().sourceFile())
            && before.get().declared().equals(after.get().declared());
    boolean wasSeen = before.isPresent() && before.get().wasParsed();
    DeclaredNames old = sameOutside && wasSeen ? declared(before.get()) : DeclaredNames.NONE;
    before.ifPresent(this::remove);
    after.ifPresent(this::add);
    if (!sameOutside) {
      forgetAll();
      // A file that was edited once will be edited again, and its tree may be gone by then.
      after.ifPresent(
          file -> {
            parse(file);
            declared(file);
          });
    } else if (wasSeen) {
      renewReaders();
      parse(after.get());
      old.changed(declared(after.get())).ifPresentOrElse(
          names -> forget(names, after.get()), this::forgetAll);
    }
  }

  /** Whether it can be told what others saw of the file, whose tree may be gone. */
  private static boolean isKnown(EditedFile file) {
    return file.seen().isPresent() || file.isParsed() || !file.wasParsed();
  }

  private DeclaredNames declared(EditedFile file) {
    if (file.seen().isEmpty()) {
      file.seen(
          file.unit()
              .map(unit -> DeclaredNames.of(unit, sources, types))
              .orElse(DeclaredNames.NONE));
    }
    return file.seen().get();
  }

  private void add(EditedFile file) {
    files.put(file.name(), file);
    bySourceFile.put(file.sourceFile(), file);
    for (String name : file.declared()) {
      List<EditedFile> all = declaring.computeIfAbsent(name, key -> new ArrayList<>(1));
      all.add(file);
      all.sort(java.util.Comparator.comparing(EditedFile::name));
    }
  }

  private void remove(EditedFile file) {
    files.remove(file.name());
    bySourceFile.remove(file.sourceFile(), file);
    for (String name : file.declared()) {
      List<EditedFile> all = declaring.get(name);
      all.remove(file);
      if (all.isEmpty()) {
        declaring.remove(name);
      }
    }
    if (trees.remove(file)) {
      treeLength -= file.text().length();
      file.unit().ifPresent(sources::remove);
    }
  }

  /** Members of these names changed: the facts of the files that name them are read again. */
  private void forget(Set<String> names, EditedFile changed) {
    if (names.isEmpty()) {
      return;
    }
    for (EditedFile file : files.values()) {
      if (file != changed && names.stream().anyMatch(file.names()::names)) {
        file.forgetFacts();
        file.unit().ifPresent(
            unit -> {
              sources.remove(unit);
              sources.add(unit);
            });
      }
    }
    renewReaders();
  }

  private void forgetAll() {
    files.values().forEach(EditedFile::forgetFacts);
    startOver();
  }
}
