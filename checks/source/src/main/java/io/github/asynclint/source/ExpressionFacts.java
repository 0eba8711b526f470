package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.*;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Values;
import io.github.asynclint.engine.facts.build.Want;
import io.github.asynclint.source.types.FieldInfo;
import io.github.asynclint.source.types.Type;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which value does an expression have, and what does its evaluation do? */
final class ExpressionFacts {
  private final BodyReader reader;
  private final BodyBuilder<Local> body;
  private final Attribution attribution;
  private final Map<Expression, Optional<Object>> constants = new IdentityHashMap<>();

  ExpressionFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
    this.attribution = reader.attribution;
  }

  Value read(Expression e, Want want) {
    if (e instanceof NullLiteralExpr) {
      return Value.NULL;
    }
    Optional<Object> constant = constant(e);
    if (constant.isPresent()) {
      return Values.constant(constant.get());
    } else if (e instanceof EnclosedExpr enclosed) {
      return read(enclosed.getInner(), want);
    } else if (e instanceof CastExpr cast) {
      attribution.type(cast);
      return read(cast.getExpression(), want);
    } else if (e instanceof NameExpr name) {
      return name(name);
    } else if (e instanceof FieldAccessExpr access) {
      return fieldAccess(access);
    } else if (e instanceof MethodCallExpr call) {
      return reader.calls.call(call, want);
    } else if (e instanceof ObjectCreationExpr creation) {
      return reader.calls.create(creation, want);
    } else if (e instanceof LambdaExpr lambda) {
      return reader.functions.lambda(lambda);
    } else if (e instanceof MethodReferenceExpr reference) {
      return reader.functions.reference(reference);
    } else if (e instanceof AssignExpr assignment) {
      return reader.operators.assign(assignment);
    } else if (e instanceof UnaryExpr unary) {
      return reader.operators.unary(unary);
    } else if (e instanceof BinaryExpr binary) {
      return reader.operators.binary(binary);
    } else if (e instanceof ConditionalExpr choice) {
      return conditional(choice);
    } else if (e instanceof SwitchExpr choice) {
      return reader.switches.expression(choice);
    } else if (e instanceof InstanceOfExpr test) {
      return instanceOf(test);
    } else if (e instanceof ArrayAccessExpr access) {
      Value array = reader.value(access.getName());
      reader.value(access.getIndex());
      return Values.element(array);
    } else if (e instanceof ArrayCreationExpr creation) {
      return array(creation);
    } else if (e instanceof ArrayInitializerExpr initializer) {
      return array(initializer, attribution.type(initializer));
    } else if (e instanceof ThisExpr self) {
      return reader.self(attribution.erased(attribution.type(self)));
    } else if (e instanceof SuperExpr parent) {
      return ofSuper(parent);
    } else if (e instanceof ClassExpr literal) {
      String name = attribution.erased(attribution.names().resolve(literal.getType()));
      return new Value.Constant(name + ".class");
    } else if (e instanceof VariableDeclarationExpr declaration) {
      reader.statements.variables(declaration);
    }
    return Value.UNKNOWN;
  }

  /** The value of a constant expression, as the compiler would fold it. */
  Optional<Object> constant(Expression e) {
    Optional<Object> known = constants.get(e);
    if (known == null) {
      known = Constants.fold(e, this::named);
      constants.put(e, known);
    }
    return known;
  }

  private Optional<Object> named(Expression e) {
    if (e instanceof NameExpr name) {
      Variables.Found found = attribution.find(name).orElse(null);
      if (found instanceof Variables.Found.Field field) {
        return field.field().constant();
      } else if (found instanceof Variables.Found.Local local) {
        return reader.locals.constant(reader.locals.of(local.declaration()));
      }
    } else if (e instanceof FieldAccessExpr access
        && attribution.typeName(access.getScope()).isPresent()) {
      return attribution.field(access).flatMap(FieldInfo::constant);
    } else if (e instanceof CastExpr cast) {
      Type to = attribution.names().resolve(cast.getType());
      if (to.isPrimitive() || to.equals(Type.STRING)) {
        return constant(cast.getExpression()).map(value -> Constants.convert(value, to));
      }
    }
    return Optional.empty();
  }

  private Value name(NameExpr name) {
    Variables.Found found = attribution.find(name).orElse(null);
    if (found instanceof Variables.Found.Local local) {
      return body.local(reader.locals.of(local.declaration()));
    } else if (found instanceof Variables.Found.Field field) {
      return field(field.field(), implicitReceiver(field), BodyReader.line(name));
    }
    return Value.UNKNOWN;
  }

  /** The instance that an unqualified field belongs to; empty for a static one. */
  Optional<Value> implicitReceiver(Variables.Found.Field field) {
    return field.field().isStatic()
        ? Optional.empty()
        : Optional.of(reader.self(field.site().name()));
  }

  private Value fieldAccess(FieldAccessExpr access) {
    Optional<FieldInfo> field = attribution.field(access);
    if (field.isPresent()) {
      return field(field.get(), explicitReceiver(access, field.get()), nameLine(access));
    }
    if (attribution.typeName(access).isPresent()) {
      return Value.UNKNOWN;
    }
    Value receiver =
        attribution.typeName(access.getScope()).isPresent()
            ? Value.UNKNOWN
            : reader.value(access.getScope());
    return access.getNameAsString().equals("length")
            && attribution.type(access.getScope()) instanceof Type.Array
        ? Values.operation("length", List.of(receiver))
        : Value.UNKNOWN;
  }

  private static int nameLine(FieldAccessExpr access) {
    return BodyReader.line(access.getName());
  }

  /** The value before the dot; a static field has none, though an expression is still evaluated. */
  Optional<Value> explicitReceiver(FieldAccessExpr access, FieldInfo field) {
    boolean isType = attribution.typeName(access.getScope()).isPresent();
    if (field.isStatic()) {
      if (!isType) {
        reader.value(access.getScope());
      }
      return Optional.empty();
    }
    return Optional.of(isType ? Value.UNKNOWN : reader.value(access.getScope()));
  }

  private Value field(FieldInfo field, Optional<Value> receiver, int line) {
    if (field.constant().isPresent() && receiver.filter(r -> r != Value.THIS).isEmpty()) {
      return Values.constant(field.constant().get());
    }
    return body.read(line, field.ref(), receiver);
  }

  Value ofSuper(SuperExpr parent) {
    if (parent.getTypeName().isPresent()) {
      Optional<Type.Class> named =
          attribution
              .names()
              .simple(parent.getTypeName().get().getIdentifier(), parent)
              .filter(Type.Class.class::isInstance)
              .map(Type.Class.class::cast);
      boolean outer =
          named.flatMap(n -> attribution.sources().find(n.name()))
              .map(info -> !info.isInterface())
              .orElse(false);
      return outer ? reader.self(named.get().name()) : Value.THIS;
    }
    return Value.THIS;
  }

  private Value conditional(ConditionalExpr e) {
    attribution.type(e);
    return reader.conditions.flow.choice(
        reader.conditions.read(e.getCondition()),
        () -> reader.value(e.getThenExpr()),
        () -> reader.value(e.getElseExpr()));
  }

  private Value instanceOf(InstanceOfExpr e) {
    Value value = reader.value(e.getExpression());
    e.getPattern().ifPresent(pattern -> bind(pattern, value));
    Node type = e.getPattern().map(pattern -> (Node) pattern.getType()).orElse(e.getType());
    String name =
        attribution.erased(
            attribution.names().resolve((com.github.javaparser.ast.type.Type) type));
    return Values.operation("instanceof " + name, List.of(value));
  }

  /** Declares what a pattern binds. */
  void bind(Expression pattern, Value value) {
    if (pattern instanceof TypePatternExpr binding) {
      body.declare(reader.locals.of((Node) binding), value);
    } else if (pattern instanceof RecordPatternExpr deconstruction) {
      deconstruction.getPatternList().forEach(part -> bind(part, Value.UNKNOWN));
    }
  }

  private Value array(ArrayCreationExpr e) {
    e.getLevels().forEach(level -> level.getDimension().ifPresent(reader::value));
    Type type = attribution.type(e);
    if (e.getInitializer().isPresent()) {
      return array(e.getInitializer().get(), type);
    }
    String element = type instanceof Type.Array array ? attribution.erased(array.element()) : "";
    return body.newArray(BodyReader.line(e), element);
  }

  private Value array(ArrayInitializerExpr e, Type type) {
    Type element = type instanceof Type.Array array ? array.element() : Type.UNKNOWN;
    Value array = body.newArray(BodyReader.line(e), attribution.erased(element));
    e.getValues().forEach(each -> attribution.type(each, element));
    elements(array, e.getValues());
    return array;
  }

  void elements(Value array, List<Expression> elements) {
    for (Expression element : elements) {
      Value value = reader.value(element);
      body.write(BodyReader.line(element), Values.element(array), value, false);
    }
  }
}
