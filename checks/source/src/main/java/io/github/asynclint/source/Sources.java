package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import io.github.asynclint.source.types.ClassBytes;
import io.github.asynclint.source.types.ClassFileReader;
import io.github.asynclint.source.types.ClassInfo;
import io.github.asynclint.source.types.ClassTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which classes do the sources and the class path declare? Numbers local classes as javac does. */
final class Sources implements ClassTable {
  private final ClassBytes bytes;
  private final Headers headers;
  private final TreeMap<String, SourceClass> classes = new TreeMap<>();
  private final Map<Node, SourceClass> byNode = new IdentityHashMap<>();
  private final Map<String, Optional<ClassInfo>> fromFiles;

  private final Consumer<String> loader;
  private final Predicate<String> known;

  Sources(List<SourceUnit> units, ClassBytes bytes) {
    this(bytes, new HashMap<>(), name -> {}, name -> false);
    units.forEach(this::add);
  }

  /**
   * Classes whose files are added when they are asked for.
   *
   * @param fromFiles what is known of class files; grows
   * @param loader is told a name before it is looked up, and may add units
   * @param known whether there is such a class, where that can be told without a unit
   */
  Sources(
      ClassBytes bytes,
      Map<String, Optional<ClassInfo>> fromFiles,
      Consumer<String> loader,
      Predicate<String> known) {
    this.bytes = bytes;
    this.fromFiles = fromFiles;
    this.loader = loader;
    this.known = known;
    this.headers = new Headers(this);
  }

  void add(SourceUnit unit) {
    String prefix = unit.packageName().isEmpty() ? "" : unit.packageName() + ".";
    for (TypeDeclaration<?> type : unit.tree().getTypes()) {
      add(prefix + type.getNameAsString(), unit, type, Optional.empty());
    }
  }

  /** The classes that were added with the unit, outer before inner. */
  List<SourceClass> of(SourceUnit unit) {
    List<SourceClass> found = new ArrayList<>();
    String prefix = unit.packageName().isEmpty() ? "" : unit.packageName() + ".";
    for (TypeDeclaration<?> type : unit.tree().getTypes()) {
      String top = prefix + type.getNameAsString();
      // Names inside sort after the name with a dollar, and before the one after it.
      Stream.concat(
              Stream.ofNullable(classes.get(top)),
              classes.subMap(top + "$", top + "%").values().stream())
          .filter(each -> each.unit() == unit)
          .forEach(found::add);
    }
    return found;
  }

  /** Forgets the unit; what was learned of other units from it stays. */
  void remove(SourceUnit unit) {
    for (SourceClass each : of(unit)) {
      classes.remove(each.name());
      byNode.remove(each.node());
    }
    headers.names().forget(unit.tree());
  }

  Headers headers() {
    return headers;
  }

  private void add(String name, SourceUnit unit, Node node, Optional<SourceClass> outer) {
    SourceClass added = new SourceClass(name, unit, node, outer, headers);
    if (classes.putIfAbsent(name, added) != null) {
      return;
    }
    byNode.put(node, added);
    for (BodyDeclaration<?> member : added.members()) {
      if (member instanceof TypeDeclaration<?> type) {
        added.memberTypes().put(type.getNameAsString(), name + "$" + type.getNameAsString());
      }
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    if (node instanceof EnumDeclaration declaration) {
      for (EnumConstantDeclaration constant : declaration.getEntries()) {
        constant.getArguments().forEach(argument -> addLocal(argument, added, numbers));
        if (!constant.getClassBody().isEmpty()) {
          addNumbered("", constant, added, numbers);
        }
      }
    }
    for (BodyDeclaration<?> member : added.members()) {
      if (member instanceof TypeDeclaration<?> type) {
        add(name + "$" + type.getNameAsString(), unit, type, Optional.of(added));
      } else {
        addLocal(member, added, numbers);
      }
    }
  }

  /** Finds local and anonymous classes in the order of the text, without those of nested classes. */
  private void addLocal(Node node, SourceClass outer, Map<String, Integer> numbers) {
    if (node instanceof TypeDeclaration<?> type) {
      addNumbered(type.getNameAsString(), type, outer, numbers);
      return;
    }
    if (node instanceof ObjectCreationExpr creation
        && creation.getAnonymousClassBody().isPresent()) {
      creation.getScope().ifPresent(scope -> addLocal(scope, outer, numbers));
      creation.getArguments().forEach(argument -> addLocal(argument, outer, numbers));
      addNumbered("", creation, outer, numbers);
      return;
    }
    for (Node child : node.getChildNodes()) {
      addLocal(child, outer, numbers);
    }
  }

  private void addNumbered(
      String simple, Node node, SourceClass outer, Map<String, Integer> numbers) {
    int number = numbers.merge(simple, 1, Integer::sum);
    add(outer.name() + "$" + number + simple, outer.unit(), node, Optional.of(outer));
  }

  Map<String, SourceClass> all() {
    return classes;
  }

  Optional<SourceClass> source(String name) {
    loader.accept(name);
    return Optional.ofNullable(classes.get(name));
  }

  Optional<SourceClass> at(Node node) {
    return Optional.ofNullable(byNode.get(node));
  }

  /** The class whose body the node stands in. */
  Optional<SourceClass> around(Node node) {
    for (Node next = node; next != null; next = next.getParentNode().orElse(null)) {
      SourceClass found = byNode.get(next);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Whether there is such a class. */
  boolean has(String name) {
    return known.test(name) || find(name).isPresent();
  }

  @Override
  public Optional<ClassInfo> find(String name) {
    loader.accept(name);
    SourceClass source = classes.get(name);
    if (source != null) {
      return Optional.of(source);
    }
    Optional<ClassInfo> known = fromFiles.get(name);
    if (known == null) {
      fromFiles.put(name, Optional.empty());
      known = bytes.find(name).flatMap(this::read);
      fromFiles.put(name, known);
    }
    return known;
  }

  private Optional<ClassInfo> read(byte[] content) {
    try {
      return Optional.of(ClassFileReader.read(content, this));
    } catch (RuntimeException e) {
      // A malformed class file is a class that nothing is known of.
      return Optional.empty();
    }
  }
}
