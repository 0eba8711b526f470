package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.*;
import com.github.javaparser.ast.stmt.ForEachStmt;
import io.github.asynclint.source.types.FieldInfo;
import io.github.asynclint.source.types.Functions;
import io.github.asynclint.source.types.Inference;
import io.github.asynclint.source.types.Type;
import io.github.asynclint.source.types.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What are the types of the expressions of one body, and what do its calls call?
 *
 * <p>Callers go from the outside in: a lambda's parameters are known once the call around it is
 * resolved. See docs/decisions for why this is not JavaParser's symbol solver.
 */
final class Attribution {
  private final Sources sources;
  private final Types types;
  private final Functions functions;
  private final TypeNames names;
  private final Variables variables;
  private final Calls calls;
  private final OperatorTypes operators;
  private final Access access;
  private final Memo memo = new Memo();
  private final java.util.Map<NameExpr, Optional<Variables.Found>> found =
      new java.util.IdentityHashMap<>();

  /** @param from the class whose code it is: what is accessible depends on it */
  Attribution(Sources sources, Functions functions, String from) {
    this.access = new Access(from);
    this.sources = sources;
    this.types = sources.headers().types();
    this.functions = functions;
    this.names = sources.headers().names();
    this.variables = new Variables(sources, access);
    this.calls = new Calls(this);
    this.operators = new OperatorTypes(types);
  }

  Sources sources() {
    return sources;
  }

  Types types() {
    return types;
  }

  Functions functions() {
    return functions;
  }

  TypeNames names() {
    return names;
  }

  Variables variables() {
    return variables;
  }

  Members members() {
    return new Members(types, access);
  }

  Memo memo() {
    return memo;
  }

  /** What a call, creation or method reference means, once its expression is attributed. */
  Optional<Memo.Target> target(Node call) {
    if (call instanceof Expression expression && memo.type(expression) == null) {
      type(expression);
    }
    return memo.target(call);
  }

  void constructorCall(com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt call) {
    calls.explicitConstructor(call);
  }

  void superConstructor(Node key, SourceClass type) {
    calls.implicitSuper(key, type);
  }

  void enumConstant(com.github.javaparser.ast.body.EnumConstantDeclaration constant, Type.Class type) {
    calls.enumConstant(constant, type);
  }

  /** The type of an expression that stands alone. */
  Type type(Expression e) {
    return type(e, null, null);
  }

  /** The type of an expression where a type is expected, which may decide what it is. */
  Type type(Expression e, Type expected) {
    return type(e, expected, null);
  }

  /** With a session, generic calls leave their type arguments open to it. */
  Type type(Expression e, Type expected, Session session) {
    Type known = memo.type(e);
    if (known == null) {
      known = compute(e, expected, session);
      if (!(e instanceof MethodCallExpr || e instanceof ObjectCreationExpr)) {
        memo.type(e, known);
      }
    }
    return Inference.known(known);
  }

  private Type compute(Expression e, Type expected, Session session) {
    if (e instanceof MethodCallExpr call) {
      return calls.method(call, expected, session);
    } else if (e instanceof NameExpr name) {
      return variable(name);
    } else if (e instanceof ObjectCreationExpr creation) {
      return calls.creation(creation, expected, session);
    } else if (e instanceof LambdaExpr || e instanceof MethodReferenceExpr) {
      if (expected != null) {
        Session own = session == null ? new Session(this) : session;
        own.defer(e, expected);
        if (session == null) {
          own.run();
        }
        return expected;
      }
      return Type.UNKNOWN;
    } else if (e instanceof EnclosedExpr enclosed) {
      return type(enclosed.getInner(), expected, session);
    } else if (e instanceof FieldAccessExpr access) {
      return fieldAccess(access);
    } else if (e instanceof CastExpr cast) {
      Type to = names.resolve(cast.getType());
      type(cast.getExpression(), isFunction(cast.getExpression()) ? to : null);
      return to;
    } else if (e instanceof ConditionalExpr choice) {
      type(choice.getCondition());
      Type a = type(choice.getThenExpr(), expected, session);
      Type b = type(choice.getElseExpr(), expected, session);
      return either(List.of(a, b), expected);
    } else if (e instanceof SwitchExpr choice) {
      type(choice.getSelector());
      List<Type> results = new ArrayList<>();
      for (Expression result : SwitchResults.of(choice)) {
        results.add(type(result, expected, session));
      }
      return either(results, expected);
    } else if (e instanceof AssignExpr assignment) {
      Type to = type(assignment.getTarget());
      type(assignment.getValue(), to);
      return to;
    }
    return simple(e, expected);
  }

  private Type simple(Expression e, Type expected) {
    if (e instanceof LiteralExpr literal) {
      return OperatorTypes.literal(literal);
    } else if (e instanceof BinaryExpr binary) {
      return binary(binary);
    } else if (e instanceof UnaryExpr unary) {
      Type of = types.unbox(type(unary.getExpression()));
      return switch (unary.getOperator()) {
        case PLUS, MINUS, BITWISE_COMPLEMENT -> OperatorTypes.promoted(of, Type.INT);
        default -> of;
      };
    } else if (e instanceof ThisExpr self) {
      Optional<Type.Class> named =
          self.getTypeName()
              .flatMap(n -> typeName(n.asString(), self))
              .flatMap(t -> sources.source(t.name()))
              .map(SourceClass::self);
      return named.or(() -> sources.around(e).map(SourceClass::self)).map(t -> (Type) t)
          .orElse(Type.UNKNOWN);
    } else if (e instanceof SuperExpr) {
      return sources.around(e).flatMap(SourceClass::superclass).map(t -> (Type) t)
          .orElse(Type.UNKNOWN);
    } else if (e instanceof ArrayAccessExpr access) {
      type(access.getIndex());
      return type(access.getName()) instanceof Type.Array array ? array.element() : Type.UNKNOWN;
    } else if (e instanceof ArrayCreationExpr creation) {
      Type result = names.resolve(creation.getElementType());
      for (int i = 0; i < creation.getLevels().size(); i++) {
        result = new Type.Array(result);
      }
      return result;
    } else if (e instanceof ArrayInitializerExpr) {
      return expected == null ? Type.UNKNOWN : expected;
    } else if (e instanceof InstanceOfExpr test) {
      type(test.getExpression());
      return Type.BOOLEAN;
    } else if (e instanceof ClassExpr literal) {
      return Type.of("java.lang.Class", types.box(names.resolve(literal.getType())));
    }
    return Type.UNKNOWN;
  }

  static boolean isFunction(Expression e) {
    return e instanceof LambdaExpr
        || e instanceof MethodReferenceExpr
        || e instanceof EnclosedExpr enclosed && isFunction(enclosed.getInner());
  }

  private Type either(List<Type> all, Type expected) {
    List<Type> results = all.stream().filter(t -> !t.isUnknown()).toList();
    if (results.isEmpty()) {
      return expected == null ? Type.UNKNOWN : expected;
    }
    if (results.stream().allMatch(t -> types.unbox(t).isPrimitive())
        && results.stream().anyMatch(Type::isPrimitive)) {
      Type result = types.unbox(results.get(0));
      for (Type each : results) {
        result = OperatorTypes.widest(result, types.unbox(each));
      }
      return result;
    }
    if (results.stream().anyMatch(Inference::isOpen)) {
      return results.get(0);
    }
    return types.leastUpperBound(results.stream().map(types::box).toList());
  }

  private Type binary(BinaryExpr e) {
    // Long concatenations lean to the left: no recursion along them.
    List<BinaryExpr> spine = new ArrayList<>();
    Expression next = e;
    while (next instanceof BinaryExpr binary && memo.type(next) == null) {
      spine.add(binary);
      next = binary.getLeft();
    }
    Type left = type(next);
    for (int i = spine.size() - 1; i >= 0; i--) {
      left = operators.binary(spine.get(i).getOperator(), left, type(spine.get(i).getRight()));
      memo.type(spine.get(i), left);
    }
    return left;
  }

  /** What a simple name means as a variable. */
  Optional<Variables.Found> find(NameExpr name) {
    return found.computeIfAbsent(name, e -> variables.find(e.getNameAsString(), e));
  }

  private Type variable(NameExpr name) {
    Optional<Variables.Found> meaning = find(name);
    if (meaning.isEmpty()) {
      return Type.UNKNOWN;
    } else if (meaning.get() instanceof Variables.Found.Field field) {
      return fieldType(field.field(), field.site());
    }
    return declared(((Variables.Found.Local) meaning.get()).declaration());
  }

  private Type fieldType(FieldInfo field, Type site) {
    Optional<Type.Class> owner = types.asSuper(site, field.ref().owner());
    if (field.isStatic() || owner.isEmpty()) {
      return field.type();
    }
    boolean raw = owner.get().arguments().isEmpty()
        && sources.find(owner.get().name()).map(i -> !i.typeParameters().isEmpty()).orElse(false);
    return raw
        ? types.erasure(field.type())
        : types.substitute(field.type(), types.arguments(owner.get()));
  }

  /** The type of a declared local variable, parameter or pattern binding. */
  Type declared(Node declaration) {
    if (declaration instanceof VariableDeclarator variable) {
      Type written = names.resolve(variable.getType());
      if (!written.isUnknown() || !variable.getType().asString().equals("var")) {
        return written;
      }
      Node parent = variable.getParentNode().flatMap(Node::getParentNode).orElse(null);
      if (parent instanceof ForEachStmt loop && variable.getInitializer().isEmpty()) {
        return elementType(type(loop.getIterable()));
      }
      return variable.getInitializer().map(this::type).map(this::upward).orElse(Type.UNKNOWN);
    } else if (declaration instanceof Parameter parameter) {
      Type written = sources.headers().type(parameter);
      return written.isUnknown() ? memo.parameter(parameter) : written;
    } else if (declaration instanceof TypePatternExpr pattern) {
      return names.resolve(pattern.getType());
    }
    return Type.UNKNOWN;
  }

  private Type upward(Type type) {
    return type instanceof Type.Wildcard wildcard ? wildcard.bound() : type;
  }

  Type elementType(Type of) {
    for (Type each : types.upperBounds(of)) {
      if (each instanceof Type.Array array) {
        return array.element();
      }
    }
    return types.asSuper(of, "java.lang.Iterable")
        .map(i -> i.arguments().isEmpty() ? Type.OBJECT : upward(i.arguments().get(0)))
        .orElse(Type.UNKNOWN);
  }

  private Type fieldAccess(FieldAccessExpr access) {
    Optional<FieldInfo> field = field(access);
    if (field.isPresent()) {
      Optional<Type.Class> qualifier = typeName(access.getScope());
      return fieldType(field.get(), qualifier.isPresent() ? qualifier.get() : type(access.getScope()));
    }
    return type(access.getScope()) instanceof Type.Array && access.getNameAsString().equals("length")
        ? Type.INT
        : Type.UNKNOWN;
  }

  /** The field that a qualified name or access means. */
  Optional<FieldInfo> field(FieldAccessExpr access) {
    Optional<Type.Class> qualifier = typeName(access.getScope());
    Type of = qualifier.isPresent() ? qualifier.get() : type(access.getScope());
    for (Type each : types.upperBounds(of)) {
      if (each instanceof Type.Class named) {
        Optional<FieldInfo> field = variables.field(named.name(), access.getNameAsString());
        if (field.isPresent()) {
          return field;
        }
      }
    }
    return Optional.empty();
  }

  /** The class that an expression names, if it is a name of a class and not of a variable. */
  Optional<Type.Class> typeName(Expression e) {
    if (e instanceof NameExpr name) {
      return find(name).isPresent() ? Optional.empty() : typeName(name.getNameAsString(), name);
    } else if (e instanceof FieldAccessExpr access) {
      if (!(access.getScope() instanceof NameExpr || access.getScope() instanceof FieldAccessExpr)) {
        return Optional.empty();
      }
      Optional<Type.Class> scope = typeName(access.getScope());
      if (scope.isPresent()) {
        if (variables.field(scope.get().name(), access.getNameAsString()).isPresent()) {
          return Optional.empty();
        }
        return names.memberType(scope.get().name(), access.getNameAsString()).map(Type::of);
      }
      return isPackage(access.getScope())
          ? Optional.of(access.toString()).filter(n -> sources.find(n).isPresent()).map(Type::of)
          : Optional.empty();
    } else if (e instanceof TypeExpr type) {
      return names.resolve(type.getType()) instanceof Type.Class named
          ? Optional.of(named)
          : Optional.empty();
    }
    return Optional.empty();
  }

  private boolean isPackage(Expression e) {
    Expression first = e;
    while (first instanceof FieldAccessExpr access) {
      first = access.getScope();
    }
    return first instanceof NameExpr name && find(name).isEmpty();
  }

  private Optional<Type.Class> typeName(String name, Node at) {
    return names.simple(name, at).filter(Type.Class.class::isInstance).map(Type.Class.class::cast)
        .or(() -> name.contains(".") ? names.qualified(name).map(Type::of) : Optional.empty());
  }

  /** The result type of the method that a target names, for facts that need only its erasure. */
  String erased(Type type) {
    return types.erasedName(Inference.known(type));
  }
}
