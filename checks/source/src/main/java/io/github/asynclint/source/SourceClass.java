package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.source.types.ClassInfo;
import io.github.asynclint.source.types.FieldInfo;
import io.github.asynclint.source.types.MethodInfo;
import io.github.asynclint.source.types.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A class declared in source: top-level, member, local or anonymous. Headers resolve on demand. */
final class SourceClass implements ClassInfo {
  /** A method and where it is written; implicit ones have no declaration. */
  record Method(MethodInfo info, Optional<Node> declaration) {}

  private final String name;
  private final SourceUnit unit;
  private final Node node;
  private final Optional<SourceClass> outer;
  private final Headers headers;
  private final Map<String, String> memberTypes = new LinkedHashMap<>();
  private boolean resolving;
  private Set<Modifier> modifiers;
  private List<Type.Variable> typeParameters;
  private Headers.Supertypes supertypes;
  private List<Method> methods;
  private List<FieldInfo> fields;

  SourceClass(
      String name, SourceUnit unit, Node node, Optional<SourceClass> outer, Headers headers) {
    this.name = name;
    this.unit = unit;
    this.node = node;
    this.outer = outer;
    this.headers = headers;
  }

  @Override
  public String name() {
    return name;
  }

  SourceUnit unit() {
    return unit;
  }

  Node node() {
    return node;
  }

  Optional<SourceClass> outer() {
    return outer;
  }

  boolean isAnonymous() {
    return !(node instanceof TypeDeclaration);
  }

  /** Whether it is declared in a body and not in a class. */
  boolean isLocal() {
    return isAnonymous()
        || !(node.getParentNode().orElse(null) instanceof TypeDeclaration)
            && outer.isPresent()
            && !outer.get().memberTypes.containsValue(name);
  }

  boolean isEnum() {
    return modifiers().contains(Modifier.ENUM) && node instanceof TypeDeclaration;
  }

  boolean isRecord() {
    return modifiers().contains(Modifier.RECORD);
  }

  NodeList<BodyDeclaration<?>> members() {
    if (node instanceof TypeDeclaration<?> declaration) {
      return declaration.getMembers();
    } else if (node instanceof ObjectCreationExpr creation) {
      return creation.getAnonymousClassBody().orElseGet(NodeList::new);
    }
    return ((EnumConstantDeclaration) node).getClassBody();
  }

  @Override
  public Set<Modifier> modifiers() {
    if (modifiers == null) {
      modifiers = Modifiers.ofClass(this);
    }
    return modifiers;
  }

  @Override
  public List<Type.Variable> typeParameters() {
    if (typeParameters == null) {
      typeParameters = headers.typeParameters(this);
    }
    return typeParameters;
  }

  /** Whether the header is being resolved right now: then inherited names are not in scope. */
  boolean isResolving() {
    return resolving;
  }

  private Headers.Supertypes supertypes() {
    if (supertypes == null) {
      if (resolving) {
        return new Headers.Supertypes(Optional.empty(), List.of());
      }
      resolving = true;
      try {
        supertypes = headers.supertypes(this);
      } finally {
        resolving = false;
      }
    }
    return supertypes;
  }

  @Override
  public Optional<Type.Class> superclass() {
    return supertypes().superclass();
  }

  @Override
  public List<Type.Class> interfaces() {
    return supertypes().interfaces();
  }

  List<Method> declaredMethods() {
    if (methods == null) {
      methods = headers.methods(this);
    }
    return methods;
  }

  @Override
  public List<MethodInfo> methods() {
    return declaredMethods().stream().map(Method::info).toList();
  }

  @Override
  public List<FieldInfo> fields() {
    if (fields == null) {
      fields = headers.fields(this);
    }
    return fields;
  }

  @Override
  public Optional<String> enclosing() {
    return outer.map(SourceClass::name);
  }

  @Override
  public Map<String, String> memberTypes() {
    return memberTypes;
  }
}
