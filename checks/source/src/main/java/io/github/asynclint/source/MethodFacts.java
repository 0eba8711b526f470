package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.Variable;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Want;
import io.github.asynclint.source.types.FieldInfo;
import io.github.asynclint.source.types.Functions;
import io.github.asynclint.source.types.MethodInfo;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is the code of a method, constructor or static initializer in source? */
final class MethodFacts {
  private static final Set<String> BASES =
      Set.of("java.lang.Object", "java.lang.Record", "java.lang.Enum");

  private final Sources sources;
  private final Functions functions;
  private final Annotations annotations;

  MethodFacts(Sources sources, Functions functions) {
    this.sources = sources;
    this.functions = functions;
    this.annotations = new Annotations(sources);
  }

  Optional<MethodCode> code(SourceClass type, MethodRef ref) {
    if (ref.isStaticInitializer()) {
      return staticInitializer(type, ref);
    }
    for (SourceClass.Method method : type.declaredMethods()) {
      if (method.info().ref().equals(ref)) {
        return method.declaration().isPresent()
            ? declared(type, method.info(), method.declaration().get())
            : implicit(type, method.info());
      }
    }
    return Optional.empty();
  }

  private Optional<MethodCode> declared(SourceClass type, MethodInfo method, Node node) {
    if (node instanceof MethodDeclaration declaration) {
      if (declaration.getBody().isEmpty()) {
        return Optional.empty();
      }
      BodyReader reader = reader(type, method, List.of(declaration));
      List<Variable> parameters = parameters(reader, declaration.getParameters());
      reader.statements.read(declaration.getBody().get());
      return Optional.of(
          finish(reader, line(node), parameters, method.modifiers(), annotations.of(declaration)));
    } else if (node instanceof ConstructorDeclaration declaration) {
      return Optional.of(
          constructor(type, method, declaration, declaration.getParameters(), declaration.getBody()));
    } else if (node instanceof CompactConstructorDeclaration declaration) {
      List<Parameter> components = ((RecordDeclaration) type.node()).getParameters();
      return Optional.of(constructor(type, method, declaration, components, declaration.getBody()));
    }
    return Optional.empty();
  }

  private static int line(Node node) {
    return node instanceof NodeWithSimpleName<?> named
        ? BodyReader.line(named.getName())
        : BodyReader.line(node);
  }

  private BodyReader reader(SourceClass type, MethodInfo method, List<? extends Node> scanned) {
    Attribution attribution = new Attribution(sources, functions, type.name());
    new Surroundings(attribution).attribute(type);
    Locals locals = new Locals(attribution);
    scanned.forEach(locals::scan);
    return new BodyReader(
        attribution,
        locals,
        type,
        BodyBuilder.of(method.ref(), Local::name),
        method.returnType());
  }

  private List<Variable> parameters(BodyReader reader, List<Parameter> declared) {
    List<Variable> result = new ArrayList<>();
    for (Parameter parameter : declared) {
      reader.body.declare(reader.locals.of(parameter), new Value.Parameter(result.size()));
      result.add(
          new Variable(
              parameter.getNameAsString(),
              reader.attribution.erased(reader.attribution.declared(parameter))));
    }
    return result;
  }

  private MethodCode finish(
      BodyReader reader,
      int line,
      List<Variable> parameters,
      Set<Modifier> modifiers,
      List<AnnotationFact> declared) {
    MethodRef ref = reader.body.id().method();
    Callable callable =
        new Callable(
            reader.body.id(),
            ref.owner(),
            reader.type.unit().sourceFile(),
            line,
            parameters,
            ref.returnType(),
            modifiers,
            declared,
            List.of(),
            reader.body.finish());
    return new MethodCode(callable, reader.body.lambdas());
  }

  private List<Node> initializers(SourceClass type) {
    List<Node> result = new ArrayList<>();
    if (type.node() instanceof EnumDeclaration declaration) {
      declaration.getEntries().forEach(entry -> result.addAll(entry.getArguments()));
    }
    for (BodyDeclaration<?> member : type.members()) {
      if (member instanceof FieldDeclaration || member instanceof InitializerDeclaration) {
        result.add(member);
      }
    }
    return result;
  }

  /** Initializers run after {@code super(...)}; a constructor that calls another has none. */
  private MethodCode constructor(
      SourceClass type, MethodInfo method, Node node, List<Parameter> parameters, BlockStmt body) {
    List<Node> scanned = new ArrayList<>(initializers(type));
    scanned.add(node);
    BodyReader reader = reader(type, method, scanned);
    List<Variable> variables = parameters(reader, parameters);
    ExplicitConstructorInvocationStmt call =
        body.getStatements().stream()
            .filter(ExplicitConstructorInvocationStmt.class::isInstance)
            .map(ExplicitConstructorInvocationStmt.class::cast)
            .findFirst()
            .orElse(null);
    if (call == null) {
      implicitSuper(reader, type, body, BodyReader.line(body));
      initialize(reader, type, false);
    }
    body.getStatements()
        .forEach(
            statement -> {
              boolean implied = statement == call && !call.isThis() && isBase(type);
              if (!implied) {
                reader.statements.read(statement);
              }
              if (statement == call && !call.isThis()) {
                initialize(reader, type, false);
              }
            });
    if (node instanceof CompactConstructorDeclaration) {
      for (Parameter component : parameters) {
        Value value = reader.body.local(reader.locals.of(component));
        write(reader, type, component.getNameAsString(), line(node), value);
      }
    }
    return finish(
        reader,
        line(node),
        variables,
        method.modifiers(),
        annotations.of((NodeWithAnnotations<?>) node));
  }

  private static boolean isBase(SourceClass type) {
    return type.superclass().map(parent -> BASES.contains(parent.name())).orElse(true);
  }

  private void implicitSuper(BodyReader reader, SourceClass type, Node key, int line) {
    if (!isBase(type)) {
      reader.calls.implicitSuper(key, type, line);
    }
  }

  /** A default constructor; other generated members are not code of the program. */
  private Optional<MethodCode> implicit(SourceClass type, MethodInfo method) {
    if (!method.ref().isConstructor()) {
      return Optional.empty();
    } else if (type.isRecord()) {
      return Optional.of(canonical(type, method));
    }
    BodyReader reader = reader(type, method, initializers(type));
    int line = line(type.node());
    List<Variable> parameters = new ArrayList<>();
    for (String parameter : method.ref().parameters()) {
      parameters.add(new Variable("", parameter));
    }
    if (type.isAnonymous()) {
      anonymousSuper(reader, type, method, line);
    } else if (!isBase(type)) {
      implicitSuper(reader, type, type.node(), line);
    }
    initialize(reader, type, false);
    return Optional.of(finish(reader, line, parameters, method.modifiers(), List.of()));
  }

  private MethodCode canonical(SourceClass type, MethodInfo method) {
    List<Parameter> components = ((RecordDeclaration) type.node()).getParameters();
    BodyReader reader = reader(type, method, List.of());
    List<Variable> parameters = parameters(reader, components);
    int line = line(type.node());
    for (int i = 0; i < components.size(); i++) {
      write(reader, type, components.get(i).getNameAsString(), line, new Value.Parameter(i));
    }
    return finish(reader, line, parameters, method.modifiers(), List.of());
  }

  private static void anonymousSuper(
      BodyReader reader, SourceClass type, MethodInfo method, int line) {
    Type.Class parent = type.superclass().orElse(Type.OBJECT);
    if (!parent.equals(Type.OBJECT)) {
      List<Value> arguments = new ArrayList<>();
      for (int i = 0; i < method.parameters().size(); i++) {
        arguments.add(new Value.Parameter(i));
      }
      MethodRef target = method.ref().withOwner(parent.name());
      reader.calls.constructorCall(target, arguments, line, Optional.empty());
    }
  }

  private void initialize(BodyReader reader, SourceClass type, boolean isStatic) {
    if (isStatic && type.node() instanceof EnumDeclaration declaration) {
      for (EnumConstantDeclaration constant : declaration.getEntries()) {
        Value value = reader.calls.enumConstant(constant, type);
        write(reader, type, constant.getNameAsString(), line(constant), value);
      }
    }
    for (BodyDeclaration<?> member : type.members()) {
      if (member instanceof InitializerDeclaration block && block.isStatic() == isStatic) {
        reader.statements.read(block.getBody());
      } else if (member instanceof FieldDeclaration field) {
        for (VariableDeclarator variable : field.getVariables()) {
          if (isInitialized(type, variable, isStatic)) {
            Type declared = reader.attribution.names().resolve(variable.getType());
            Value value = reader.value(variable.getInitializer().get(), declared, Want.USED);
            write(reader, type, variable.getNameAsString(), line(variable), value);
          }
        }
      }
    }
  }

  /** A static constant is in the class file, not initialized by code. */
  private static boolean isInitialized(
      SourceClass type, VariableDeclarator variable, boolean isStatic) {
    Optional<FieldInfo> field = type.field(variable.getNameAsString());
    return variable.getInitializer().isPresent()
        && field.isPresent()
        && field.get().isStatic() == isStatic
        && !(isStatic && field.get().constant().isPresent());
  }

  private static void write(
      BodyReader reader, SourceClass type, String name, int line, Value value) {
    type.field(name)
        .ifPresent(
            field ->
                reader.body.write(
                    line,
                    new Value.FieldValue(
                        field.ref(),
                        field.isStatic() ? Optional.empty() : Optional.of(Value.THIS)),
                    value,
                    false));
  }

  private Optional<MethodCode> staticInitializer(SourceClass type, MethodRef ref) {
    boolean exists =
        type.node() instanceof EnumDeclaration declaration && !declaration.getEntries().isEmpty();
    for (BodyDeclaration<?> member : type.members()) {
      exists |= member instanceof InitializerDeclaration block && block.isStatic();
      exists |=
          member instanceof FieldDeclaration field
              && field.getVariables().stream().anyMatch(v -> isInitialized(type, v, true));
    }
    if (!exists) {
      return Optional.empty();
    }
    MethodInfo method =
        new MethodInfo(ref, Set.of(Modifier.STATIC), List.of(), List.of(), Type.VOID);
    BodyReader reader = reader(type, method, initializers(type));
    initialize(reader, type, true);
    return Optional.of(
        finish(reader, line(type.node()), List.of(), Set.of(Modifier.STATIC), List.of()));
  }
}
