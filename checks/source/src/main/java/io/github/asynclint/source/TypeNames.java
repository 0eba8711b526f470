package io.github.asynclint.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.VoidType;
import com.github.javaparser.ast.type.WildcardType;
import io.github.asynclint.source.types.ClassInfo;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which type does a written type or name mean where it stands? */
final class TypeNames {
  private final Sources sources;
  private final Map<TypeParameter, Type.Variable> variables = new IdentityHashMap<>();
  private final Map<com.github.javaparser.ast.type.Type, Type> resolved = new IdentityHashMap<>();

  TypeNames(Sources sources) {
    this.sources = sources;
  }

  Type.Variable variable(TypeParameter parameter) {
    Type.Variable known = variables.get(parameter);
    if (known == null) {
      known = new Type.Variable(parameter.getNameAsString());
      variables.put(parameter, known);
      List<Type> bounds = new ArrayList<>();
      parameter.getTypeBound().forEach(bound -> bounds.add(resolve(bound)));
      known.setBounds(bounds.stream().filter(bound -> !bound.isUnknown()).toList());
    }
    return known;
  }

  /** Forgets what was found out about the tree's nodes. */
  void forget(CompilationUnit tree) {
    tree.walk(
        node -> {
          if (node instanceof com.github.javaparser.ast.type.Type type) {
            resolved.remove(type);
          }
          if (node instanceof TypeParameter parameter) {
            variables.remove(parameter);
          }
        });
  }

  /** {@code var} and what cannot be found are unknown. */
  Type resolve(com.github.javaparser.ast.type.Type type) {
    Type known = resolved.get(type);
    if (known == null) {
      known = compute(type);
      resolved.put(type, known);
    }
    return known;
  }

  private Type compute(com.github.javaparser.ast.type.Type type) {
    if (type instanceof PrimitiveType primitive) {
      return new Type.Primitive(primitive.getType().asString());
    } else if (type instanceof VoidType) {
      return Type.VOID;
    } else if (type instanceof ArrayType array) {
      Type element = resolve(array.getComponentType());
      return element.isUnknown() ? element : new Type.Array(element);
    } else if (type instanceof ClassOrInterfaceType named) {
      return named(named);
    } else if (type instanceof WildcardType wildcard) {
      if (wildcard.getSuperType().isPresent()) {
        return new Type.Wildcard(false, resolve(wildcard.getSuperType().get()));
      }
      return new Type.Wildcard(
          true, wildcard.getExtendedType().map(this::resolve).orElse(Type.OBJECT));
    } else if (type instanceof UnionType union) {
      List<Type> all = union.getElements().stream().map(this::resolve).toList();
      return new io.github.asynclint.source.types.Types(sources).leastUpperBound(all);
    } else if (type instanceof IntersectionType intersection) {
      return new Type.Intersection(
          intersection.getElements().stream().map(this::resolve).toList());
    }
    return Type.UNKNOWN;
  }

  private Type named(ClassOrInterfaceType type) {
    Optional<Type> plain = plain(type);
    if (plain.isEmpty()) {
      return Type.UNKNOWN;
    }
    Optional<NodeList<com.github.javaparser.ast.type.Type>> arguments = type.getTypeArguments();
    if (plain.get() instanceof Type.Class raw && arguments.isPresent()) {
      return new Type.Class(raw.name(), arguments.get().stream().map(this::resolve).toList());
    }
    return plain.get();
  }

  private Optional<Type> plain(ClassOrInterfaceType type) {
    String name = type.getNameAsString();
    if (type.getScope().isEmpty()) {
      return simple(name, type);
    }
    Optional<Type> scope = plain(type.getScope().get());
    if (scope.isPresent() && scope.get() instanceof Type.Class outer) {
      return memberType(outer.name(), name).map(Type::of);
    }
    return qualified(type.getNameWithScope()).map(Type::of);
  }

  /** A class by its canonical name. */
  Optional<String> qualified(String name) {
    String candidate = name;
    while (true) {
      if (sources.has(candidate)) {
        return Optional.of(candidate);
      }
      int dot = candidate.lastIndexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      candidate = candidate.substring(0, dot) + '$' + candidate.substring(dot + 1);
    }
  }

  /** What a simple name means as a type at the node. */
  Optional<Type> simple(String name, Node at) {
    Node child = null;
    for (Node node = at; node != null; node = node.getParentNode().orElse(null)) {
      Optional<Type> found = Optional.empty();
      if (node instanceof BlockStmt block) {
        found = local(block.getStatements(), name);
      } else if (node instanceof SwitchEntry entry) {
        found = local(entry.getStatements(), name);
      } else if (node instanceof CompilationUnit) {
        break;
      }
      if (found.isEmpty() && node instanceof NodeWithTypeParameters<?> generic) {
        found = parameter(generic.getTypeParameters(), name);
      }
      if (found.isEmpty()) {
        found = inClass(node, child, name);
      }
      if (found.isPresent()) {
        return found;
      }
      child = node;
    }
    return sources.around(at).map(SourceClass::unit).or(() -> Optional.empty())
        .flatMap(unit -> inUnit(unit, name))
        .map(Type::of);
  }

  private Optional<Type> local(List<Statement> statements, String name) {
    for (Statement statement : statements) {
      TypeDeclaration<?> declared = null;
      if (statement instanceof LocalClassDeclarationStmt local) {
        declared = local.getClassDeclaration();
      } else if (statement instanceof LocalRecordDeclarationStmt local) {
        declared = local.getRecordDeclaration();
      }
      if (declared != null && declared.getNameAsString().equals(name)) {
        return sources.at(declared).map(found -> Type.of(found.name()));
      }
    }
    return Optional.empty();
  }

  private Optional<Type> parameter(NodeList<TypeParameter> parameters, String name) {
    return parameters.stream()
        .filter(parameter -> parameter.getNameAsString().equals(name))
        .findFirst()
        .map(this::variable);
  }

  private Optional<Type> inClass(Node node, Node child, String name) {
    Optional<SourceClass> type = sources.at(node);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (node instanceof TypeDeclaration<?> declaration
        && declaration.getNameAsString().equals(name)) {
      return Optional.of(Type.of(type.get().name()));
    }
    boolean header =
        node instanceof ClassOrInterfaceDeclaration declaration
            && child instanceof ClassOrInterfaceType written
            && (declaration.getExtendedTypes().contains(written)
                || declaration.getImplementedTypes().contains(written));
    if (header || type.get().isResolving()) {
      return Optional.ofNullable(type.get().memberTypes().get(name)).map(Type::of);
    }
    return memberType(type.get().name(), name).map(Type::of);
  }

  /** A member class, own or inherited. */
  Optional<String> memberType(String owner, String name) {
    return memberType(owner, name, 0);
  }

  private Optional<String> memberType(String owner, String name, int depth) {
    Optional<ClassInfo> info = sources.find(owner);
    if (info.isEmpty() || depth > 30) {
      return Optional.empty();
    }
    String own = info.get().memberTypes().get(name);
    if (own != null) {
      return Optional.of(own);
    }
    Optional<String> inherited =
        info.get().superclass().flatMap(parent -> memberType(parent.name(), name, depth + 1));
    for (Type.Class parent : info.get().interfaces()) {
      inherited = inherited.or(() -> memberType(parent.name(), name, depth + 1));
    }
    return inherited;
  }

  private Optional<String> inUnit(SourceUnit unit, String name) {
    Optional<String> known = unit.typesByName().get(name);
    if (known == null) {
      known = findInUnit(unit, name);
      unit.typesByName().put(name, known);
    }
    return known;
  }

  private Optional<String> findInUnit(SourceUnit unit, String name) {
    String prefix = unit.packageName().isEmpty() ? "" : unit.packageName() + ".";
    for (TypeDeclaration<?> type : unit.tree().getTypes()) {
      if (type.getNameAsString().equals(name)) {
        return Optional.of(prefix + name);
      }
    }
    List<ImportDeclaration> imports = unit.tree().getImports();
    for (ImportDeclaration each : imports) {
      if (!each.isAsterisk() && each.getName().getIdentifier().equals(name)) {
        Optional<String> found =
            each.isStatic()
                ? each.getName().getQualifier().flatMap(q -> qualified(q.asString()))
                    .flatMap(owner -> memberType(owner, name))
                : qualified(each.getNameAsString());
        if (found.isPresent() || !each.isStatic()) {
          return found;
        }
      }
    }
    if (sources.has(prefix + name)) {
      return Optional.of(prefix + name);
    }
    for (ImportDeclaration each : imports) {
      if (each.isAsterisk()) {
        String in = each.getNameAsString();
        Optional<String> found =
            !each.isStatic() && sources.has(in + "." + name)
                ? Optional.of(in + "." + name)
                : qualified(in).flatMap(owner -> memberType(owner, name));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.of("java.lang." + name).filter(sources::has);
  }
}
