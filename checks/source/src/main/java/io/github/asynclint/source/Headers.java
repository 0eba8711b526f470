package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.source.types.ClassInfo;
import io.github.asynclint.source.types.FieldInfo;
import io.github.asynclint.source.types.Functions;
import io.github.asynclint.source.types.Inference;
import io.github.asynclint.source.types.MethodInfo;
import io.github.asynclint.source.types.Type;
import io.github.asynclint.source.types.Types;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What does a class in source declare, implicit members included? */
final class Headers {
  record Supertypes(Optional<Type.Class> superclass, List<Type.Class> interfaces) {}

  private final TypeNames names;
  private final Types types;
  private final Sources sources;

  Headers(Sources sources) {
    this.sources = sources;
    names = new TypeNames(sources);
    types = new Types(sources);
  }

  TypeNames names() {
    return names;
  }

  Types types() {
    return types;
  }

  List<Type.Variable> typeParameters(SourceClass type) {
    return type.node() instanceof NodeWithTypeParameters<?> generic
        ? generic.getTypeParameters().stream().map(names::variable).toList()
        : List.of();
  }

  Supertypes supertypes(SourceClass type) {
    Node node = type.node();
    Optional<Type.Class> object = Optional.of(Type.OBJECT);
    if (node instanceof ClassOrInterfaceDeclaration declaration) {
      if (declaration.isInterface()) {
        return new Supertypes(Optional.empty(), classes(declaration.getExtendedTypes()));
      }
      List<Type.Class> parent = classes(declaration.getExtendedTypes());
      return new Supertypes(
          parent.isEmpty() ? object : Optional.of(parent.get(0)),
          classes(declaration.getImplementedTypes()));
    } else if (node instanceof EnumDeclaration declaration) {
      return new Supertypes(
          Optional.of(Type.of("java.lang.Enum", Type.of(type.name()))),
          classes(declaration.getImplementedTypes()));
    } else if (node instanceof RecordDeclaration declaration) {
      return new Supertypes(
          Optional.of(Type.of("java.lang.Record")), classes(declaration.getImplementedTypes()));
    } else if (node instanceof ObjectCreationExpr creation) {
      Type parent = diamond(creation, names.resolve(creation.getType()));
      if (parent instanceof Type.Class named) {
        boolean isInterface =
            types.classes().find(named.name()).map(ClassInfo::isInterface).orElse(false);
        return isInterface
            ? new Supertypes(object, List.of(named))
            : new Supertypes(Optional.of(named), List.of());
      }
      return new Supertypes(object, List.of());
    } else if (node instanceof EnumConstantDeclaration) {
      return new Supertypes(type.outer().map(outer -> Type.of(outer.name())), List.of());
    }
    return new Supertypes(
        Optional.empty(), List.of(Type.of("java.lang.annotation.Annotation")));
  }

  /** The arguments of {@code new Super<>() {...}}, where a declared type beside it says them. */
  private Type diamond(ObjectCreationExpr creation, Type created) {
    boolean isDiamond = creation.getType().getTypeArguments().map(List::isEmpty).orElse(false);
    Node parent = creation.getParentNode().orElse(null);
    Type declared = Type.UNKNOWN;
    if (isDiamond && parent instanceof VariableDeclarator variable) {
      declared = names.resolve(variable.getType());
    } else if (isDiamond && parent instanceof ReturnStmt) {
      Node around = parent;
      while (around != null
          && !(around instanceof MethodDeclaration || around instanceof LambdaExpr)) {
        around = around.getParentNode().orElse(null);
      }
      declared =
          around instanceof MethodDeclaration m ? names.resolve(m.getType()) : Type.UNKNOWN;
    }
    Optional<ClassInfo> info =
        created instanceof Type.Class named ? types.classes().find(named.name()) : Optional.empty();
    if (declared.isUnknown() || info.isEmpty()) {
      return created;
    }
    Inference inference = new Inference(types);
    Map<Type.Variable, Type> by = inference.open(info.get().typeParameters());
    Type open = types.substitute(info.get().self(), by);
    inference.subtype(open, declared);
    return inference.solve(open);
  }

  private List<Type.Class> classes(List<ClassOrInterfaceType> written) {
    List<Type.Class> result = new ArrayList<>();
    for (ClassOrInterfaceType each : written) {
      if (names.resolve(each) instanceof Type.Class named) {
        result.add(named);
      } else {
        // Not on the class path: the name keeps the hierarchy visibly incomplete.
        result.add(Type.of(each.getNameWithScope()));
      }
    }
    return result;
  }

  List<SourceClass.Method> methods(SourceClass type) {
    List<SourceClass.Method> result = new ArrayList<>();
    for (BodyDeclaration<?> member : type.members()) {
      if (member instanceof CallableDeclaration<?> callable) {
        result.add(new SourceClass.Method(callable(type, callable), Optional.of(callable)));
      } else if (member instanceof CompactConstructorDeclaration compact) {
        result.add(
            new SourceClass.Method(
                canonical(type, Modifiers.written(compact)), Optional.of(compact)));
      } else if (member instanceof AnnotationMemberDeclaration element) {
        result.add(
            implicit(
                type,
                element.getNameAsString(),
                List.of(),
                names.resolve(element.getType()),
                EnumSet.of(Modifier.PUBLIC, Modifier.ABSTRACT)));
      }
    }
    if (type.isRecord()) {
      addRecordMembers(type, result);
    } else if (type.isEnum()) {
      Type self = Type.of(type.name());
      Set<Modifier> modifiers = EnumSet.of(Modifier.PUBLIC, Modifier.STATIC);
      result.add(implicit(type, "values", List.of(), new Type.Array(self), modifiers));
      result.add(implicit(type, "valueOf", List.of(Type.STRING), self, modifiers));
    }
    boolean constructor = result.stream().anyMatch(method -> method.info().ref().isConstructor());
    if (!constructor && !type.isInterface()) {
      result.add(0, type.isAnonymous() ? anonymousConstructor(type) : defaultConstructor(type));
    }
    return result;
  }

  /** An anonymous class's constructor takes what the superclass's takes. */
  private SourceClass.Method anonymousConstructor(SourceClass type) {
    Attribution attribution =
        new Attribution(
            sources, new Functions(types), type.outer().map(SourceClass::name).orElse(""));
    Optional<Memo.Target> target;
    if (type.node() instanceof EnumConstantDeclaration constant) {
      type.outer().ifPresent(outer -> attribution.enumConstant(constant, outer.self()));
      target = attribution.memo().target(constant);
    } else {
      boolean ofInterface = !type.interfaces().isEmpty();
      target =
          ofInterface
              ? Optional.empty()
              : attribution.target((ObjectCreationExpr) type.node());
    }
    List<Type> parameters =
        target.map(found -> found.method().parameters()).orElse(List.of()).stream()
            .map(types::erasure)
            .toList();
    return implicit(
        type, MethodRef.CONSTRUCTOR, parameters, Type.VOID, EnumSet.noneOf(Modifier.class));
  }

  private SourceClass.Method defaultConstructor(SourceClass type) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    if (type.isEnum()) {
      modifiers.add(Modifier.PRIVATE);
    } else {
      for (Modifier access : List.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE)) {
        if (type.modifiers().contains(access)) {
          modifiers.add(access);
        }
      }
    }
    return implicit(type, MethodRef.CONSTRUCTOR, List.of(), Type.VOID, modifiers);
  }

  private void addRecordMembers(SourceClass type, List<SourceClass.Method> result) {
    RecordDeclaration declaration = (RecordDeclaration) type.node();
    MethodInfo canonical = canonical(type, access(type));
    if (result.stream().noneMatch(m -> m.info().ref().sameSignature(canonical.ref()))) {
      result.add(0, new SourceClass.Method(canonical, Optional.empty()));
    }
    for (Parameter component : declaration.getParameters()) {
      addUnlessDeclared(
          result,
          implicit(
              type,
              component.getNameAsString(),
              List.of(),
              type(component),
              EnumSet.of(Modifier.PUBLIC)));
    }
    Set<Modifier> generated = EnumSet.of(Modifier.PUBLIC, Modifier.FINAL);
    addUnlessDeclared(result, implicit(type, "toString", List.of(), Type.STRING, generated));
    addUnlessDeclared(result, implicit(type, "hashCode", List.of(), Type.INT, generated));
    addUnlessDeclared(
        result, implicit(type, "equals", List.of(Type.OBJECT), Type.BOOLEAN, generated));
  }

  private static Set<Modifier> access(SourceClass type) {
    Set<Modifier> result = EnumSet.noneOf(Modifier.class);
    for (Modifier access : List.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE)) {
      if (type.modifiers().contains(access)) {
        result.add(access);
      }
    }
    return result;
  }

  private static void addUnlessDeclared(List<SourceClass.Method> all, SourceClass.Method method) {
    if (all.stream().noneMatch(m -> m.info().ref().sameSignature(method.info().ref()))) {
      all.add(method);
    }
  }

  private MethodInfo canonical(SourceClass type, Set<Modifier> modifiers) {
    RecordDeclaration declaration = (RecordDeclaration) type.node();
    List<Type> parameters = declaration.getParameters().stream().map(this::type).toList();
    if (declaration.getParameters().getLast().map(Parameter::isVarArgs).orElse(false)) {
      modifiers.add(Modifier.VARARGS);
    }
    return implicit(type, MethodRef.CONSTRUCTOR, parameters, Type.VOID, modifiers).info();
  }

  private SourceClass.Method implicit(
      SourceClass type, String name, List<Type> parameters, Type result, Set<Modifier> modifiers) {
    MethodRef ref =
        new MethodRef(
            type.name(),
            name,
            parameters.stream().map(types::erasedName).toList(),
            types.erasedName(result));
    return new SourceClass.Method(
        new MethodInfo(ref, modifiers, List.of(), parameters, result), Optional.empty());
  }

  private MethodInfo callable(SourceClass type, CallableDeclaration<?> declaration) {
    List<Type> parameters = declaration.getParameters().stream().map(this::type).toList();
    boolean constructor = declaration instanceof ConstructorDeclaration;
    Type result =
        declaration instanceof MethodDeclaration method
            ? names.resolve(method.getType())
            : Type.VOID;
    MethodRef ref =
        new MethodRef(
            type.name(),
            constructor ? MethodRef.CONSTRUCTOR : declaration.getNameAsString(),
            parameters.stream().map(this::erased).toList(),
            erased(result));
    return new MethodInfo(
        ref,
        Modifiers.ofCallable(declaration, type),
        declaration.getTypeParameters().stream().map(names::variable).toList(),
        parameters,
        result);
  }

  private String erased(Type type) {
    String name = types.erasedName(type);
    return name.isEmpty() ? "?" : name;
  }

  /** The type of a declared parameter, an array for a variable-arity one. */
  Type type(Parameter parameter) {
    Type type = names.resolve(parameter.getType());
    return parameter.isVarArgs() && !type.isUnknown() ? new Type.Array(type) : type;
  }

  List<FieldInfo> fields(SourceClass type) {
    List<FieldInfo> result = new ArrayList<>();
    if (type.node() instanceof EnumDeclaration declaration) {
      for (EnumConstantDeclaration constant : declaration.getEntries()) {
        result.add(
            new FieldInfo(
                new FieldRef(type.name(), constant.getNameAsString(), type.name(), true),
                EnumSet.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL, Modifier.ENUM),
                Type.of(type.name()),
                Optional.empty()));
      }
    } else if (type.node() instanceof RecordDeclaration declaration) {
      for (Parameter component : declaration.getParameters()) {
        Type of = type(component);
        result.add(
            new FieldInfo(
                new FieldRef(type.name(), component.getNameAsString(), erased(of), false),
                EnumSet.of(Modifier.PRIVATE, Modifier.FINAL),
                of,
                Optional.empty()));
      }
    }
    for (BodyDeclaration<?> member : type.members()) {
      if (member instanceof FieldDeclaration declaration) {
        Set<Modifier> modifiers = Modifiers.written(declaration);
        if (type.isInterface()) {
          modifiers.addAll(EnumSet.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL));
        }
        for (VariableDeclarator variable : declaration.getVariables()) {
          result.add(field(type, variable, modifiers));
        }
      }
    }
    return result;
  }

  private FieldInfo field(SourceClass type, VariableDeclarator variable, Set<Modifier> modifiers) {
    Type of = names.resolve(variable.getType());
    Optional<Object> constant =
        modifiers.contains(Modifier.FINAL) && (of.isPrimitive() || of.equals(Type.STRING))
            ? variable.getInitializer().flatMap(value -> Constants.fold(value, of))
            : Optional.empty();
    return new FieldInfo(
        new FieldRef(
            type.name(),
            variable.getNameAsString(),
            erased(of),
            modifiers.contains(Modifier.STATIC)),
        modifiers,
        of,
        constant);
  }
}
