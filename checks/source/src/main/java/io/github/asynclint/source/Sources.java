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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which classes do the sources and the class path declare? Numbers local classes as javac does. */
final class Sources implements ClassTable {
  private final ClassBytes bytes;
  private final Headers headers;
  private final Map<String, SourceClass> classes = new TreeMap<>();
  private final Map<Node, SourceClass> byNode = new IdentityHashMap<>();
  private final Map<String, Optional<ClassInfo>> fromFiles = new HashMap<>();

  Sources(List<SourceUnit> units, ClassBytes bytes) {
    this.bytes = bytes;
    this.headers = new Headers(this);
    for (SourceUnit unit : units) {
      String prefix = unit.packageName().isEmpty() ? "" : unit.packageName() + ".";
      for (TypeDeclaration<?> type : unit.tree().getTypes()) {
        add(prefix + type.getNameAsString(), unit, type, Optional.empty());
      }
    }
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

  @Override
  public Optional<ClassInfo> find(String name) {
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
