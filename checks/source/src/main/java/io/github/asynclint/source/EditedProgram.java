package io.github.asynclint.source;

import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Lookup;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is known of a program whose files are read when a question leads to them. */
final class EditedProgram implements Program, Lookup {
  private final Workspace workspace;
  private final Program libraries;
  private final Notes notes;
  private final Subtypes subtypes;
  private final boolean isPart;

  /** @param isPart whether there are files that the workspace does not have */
  EditedProgram(
      Workspace workspace, Program libraries, Notes notes, Subtypes subtypes, boolean isPart) {
    this.workspace = workspace;
    this.libraries = libraries;
    this.notes = notes;
    this.subtypes = subtypes;
    this.isPart = isPart;
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    if (!workspace.mayDeclare(name)) {
      return libraries.type(name);
    }
    Optional<EditedFile> known = keeping(name, file -> file.types().containsKey(name));
    if (known.isPresent()) {
      return Optional.of(known.get().types().get(name));
    }
    Optional<EditedFile> file = workspace.declaring(name);
    if (file.isEmpty()) {
      return libraries.type(name);
    }
    workspace.touch(file.get());
    TypeFacts facts = workspace.types().read(workspace.sources().source(name).orElseThrow());
    file.get().types().put(name, facts);
    return Optional.of(facts);
  }

  /** The file that has facts of the class, so that its tree need not be there. */
  private Optional<EditedFile> keeping(String type, Predicate<EditedFile> condition) {
    return workspace.outermost(type).stream().filter(condition).findFirst();
  }

  @Override
  public Origin origin(String name) {
    boolean isOurs =
        workspace.mayDeclare(name)
            && (keeping(name, file -> file.types().containsKey(name)).isPresent()
                || workspace.declaring(name).isPresent());
    return isOurs ? Origin.PROGRAM : libraries.origin(name);
  }

  @Override
  public Optional<MethodCode> code(MethodRef method) {
    if (!workspace.mayDeclare(method.owner())) {
      return libraries.code(method);
    }
    Optional<EditedFile> known =
        keeping(method.owner(), file -> file.code().containsKey(method));
    if (known.isPresent()) {
      return known.get().code().get(method);
    }
    Optional<EditedFile> file = workspace.declaring(method.owner());
    if (file.isEmpty()) {
      return libraries.code(method);
    }
    workspace.touch(file.get());
    Optional<MethodCode> code =
        read(workspace.sources().source(method.owner()).orElseThrow(), method);
    file.get().code().put(method, code);
    return code;
  }

  private Optional<MethodCode> read(SourceClass type, MethodRef method) {
    try {
      return workspace.methods().code(type, method);
    } catch (RuntimeException | StackOverflowError e) {
      // One method is lost, with a note; the host and the other methods go on.
      notes.note("internal error in " + method + ": " + e);
      return Optional.empty();
    }
  }

  @Override
  public List<String> programTypes() {
    List<String> all = new ArrayList<>();
    workspace.files().forEach(file -> all.addAll(types(file)));
    return all.stream().sorted().distinct().toList();
  }

  /** The classes that the file declares, outer before inner. */
  List<String> types(EditedFile file) {
    if (file.typeNames().isEmpty()) {
      file.typeNames(classes(file).stream().map(SourceClass::name).toList());
      workspace.touch(file);
    }
    return file.typeNames().get();
  }

  private List<SourceClass> classes(EditedFile file) {
    return workspace
        .parse(file)
        .map(unit -> List.copyOf(workspace.sources().of(unit)))
        .orElse(List.of());
  }

  CodePlaces places(EditedFile file) {
    if (file.places().isEmpty()) {
      file.places(CodePlaces.of(classes(file)));
      workspace.touch(file);
    }
    return file.places().get();
  }

  @Override
  public Optional<String> sourceText(String sourceFile) {
    return workspace.bySourceFile(sourceFile).map(EditedFile::text);
  }

  @Override
  public Optional<Lookup> lookup() {
    return Optional.of(this);
  }

  @Override
  public List<MethodRef> calling(MethodRef method) {
    boolean isPrivate =
        workspace.mayDeclare(method.owner())
            && type(method.owner()).stream()
                .flatMap(type -> type.methods().stream())
                .anyMatch(
                    each ->
                        each.ref().equals(method)
                            && each.modifiers().contains(Modifier.PRIVATE));
    return isPrivate
        ? methods(workspace.outermost(method.owner()), written(method.name()))
        : calling(method.name());
  }

  @Override
  public List<MethodRef> calling(String name) {
    return methods(files(names -> names.calls(name)), written(name));
  }

  private static List<String> written(String name) {
    List<String> words = new ArrayList<>(TextNames.implied(name));
    words.add(name);
    return words;
  }

  @Override
  public List<MethodRef> creating(String type) {
    List<EditedFile> own = workspace.outermost(type);
    TreeMap<String, List<MethodRef>> found = new TreeMap<>();
    if (isLocal(type)) {
      // Created where it stands, or by others in the same file.
      own.forEach(file -> places(file).addAll(found));
      return inOrder(found);
    }
    String simple =
        type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1)
            .replace("[]", "");
    // Of enum constants and other constructors nothing is written.
    own.forEach(file -> addMethods(file, List.of(simple), true, found));
    for (EditedFile file : files(names -> names.creates(simple))) {
      if (!own.contains(file)) {
        addMethods(file, List.of(simple), false, found);
      }
    }
    return inOrder(found);
  }

  /** Whether a class around it, or itself, is named by a number. */
  private static boolean isLocal(String type) {
    for (int at = type.indexOf('$'); at >= 0; at = type.indexOf('$', at + 1)) {
      if (at + 1 < type.length() && Character.isDigit(type.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<MethodRef> reading(FieldRef field) {
    return using(field, EnumSet.of(Modifier.PRIVATE));
  }

  @Override
  public List<MethodRef> writing(FieldRef field) {
    return using(field, EnumSet.of(Modifier.PRIVATE, Modifier.FINAL));
  }

  /** @param own what a field has that only its own file uses so */
  private List<MethodRef> using(FieldRef field, Set<Modifier> own) {
    boolean isOwn =
        workspace.mayDeclare(field.owner())
            && type(field.owner()).stream()
                .flatMap(type -> type.fields().stream())
                .filter(each -> each.ref().name().equals(field.name()))
                .anyMatch(each -> each.modifiers().stream().anyMatch(own::contains));
    return methods(
        isOwn
            ? workspace.outermost(field.owner())
            : files(names -> names.names(field.name())),
        List.of(field.name()));
  }

  private List<EditedFile> files(Predicate<TextNames> condition) {
    return workspace.files().stream().filter(file -> condition.test(file.names())).toList();
  }

  private List<MethodRef> methods(Collection<EditedFile> files, List<String> words) {
    TreeMap<String, List<MethodRef>> found = new TreeMap<>();
    files.forEach(file -> addMethods(file, words, false, found));
    return inOrder(found);
  }

  /** Adds the methods in whose text one of the words stands. */
  private void addMethods(
      EditedFile file,
      List<String> words,
      boolean initializers,
      TreeMap<String, List<MethodRef>> found) {
    if (file.names().anything()) {
      places(file).addAll(found);
    } else {
      int[] offsets = CodePlaces.offsets(file.text(), words);
      if (initializers || offsets.length > 0) {
        places(file).add(offsets, initializers, found);
      }
    }
  }

  private static List<MethodRef> inOrder(TreeMap<String, List<MethodRef>> methods) {
    return methods.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public List<MethodRef> within(String type) {
    TreeMap<String, List<MethodRef>> found = new TreeMap<>();
    workspace.outermost(type).forEach(file -> places(file).addAll(found));
    found.keySet().removeIf(each -> !each.equals(type) && !each.startsWith(type + "$"));
    return inOrder(found);
  }

  @Override
  public Iterable<String> below(String type) {
    return subtypes.below(type, this);
  }

  @Override
  public boolean isWhole() {
    return !isPart
        && workspace.files().stream()
            .allMatch(file -> file.missesBodies().filter(misses -> !misses).isPresent());
  }
}
