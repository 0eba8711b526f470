package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.program.Program;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where are facts missing, so that a value, a body or a type may be more than what is seen of it?
 *
 * <p>Whatever concludes something from an absence (no use, no handler, no caller, no row of a model) asks
 * here first: less information may remove findings, never add them.
 */
public final class Gaps {
  private static final Set<String> RECORD_METHODS = Set.of("equals", "hashCode", "toString");
  private static final Set<String> ENUM_METHODS = Set.of("values", "valueOf");

  private final Program program;
  private final Hierarchy hierarchy;
  private final Bodies bodies;
  private final Origins origins;
  private final Map<String, Boolean> missing = new HashMap<>();
  private Set<String> types;
  private Boolean missesBodies;

  Gaps(Program program, Hierarchy hierarchy, Bodies bodies, Origins origins) {
    this.program = program;
    this.hierarchy = hierarchy;
    this.bodies = bodies;
    this.origins = origins;
  }

  /** Whether a supertype of the type cannot be read: it may bring rows that nobody sees. */
  public boolean inType(String type) {
    return !hierarchy.isComplete(type);
  }

  /** Whether the models may say more of the call than its known supertypes let them. */
  public boolean inModel(Event.Call call) {
    return inType(call.target().owner()) || inType(call.receiverType());
  }

  /**
   * Whether the call is of a method of the program that may be declared by a supertype that cannot be
   * read: rows about that one may or may not speak of it.
   */
  public boolean inOwnMethod(Event.Call call) {
    return types().contains(call.target().owner()) && inModel(call);
  }

  /** Whether the value is, or may be, one of which nothing is known. */
  public static boolean inValue(Value value) {
    if (value instanceof Value.Choice choice) {
      return choice.values().stream().anyMatch(Gaps::inValue);
    } else if (value instanceof Value.Operation operation) {
      return operation.operands().stream().anyMatch(Gaps::inValue);
    } else if (value instanceof Value.Element element) {
      return inValue(element.array());
    } else if (value instanceof Value.FieldValue field) {
      return field.receiver().filter(Gaps::inValue).isPresent();
    }
    return value instanceof Value.Unknown;
  }

  /** Whether facts are missing on the way from the value to where it comes from. */
  public boolean inOrigin(BodyView body, Value value) {
    return BodyView.alternatives(value).stream()
        .map(each -> origins.origin(new Located(body.id(), each)))
        .anyMatch(this::isGap);
  }

  /** Whether the receiver is not known for want of facts, so the call may run some other method. */
  public boolean inReceiver(BodyView body, Event.Call call) {
    return call.receiver().filter(value -> inOrigin(body, value)).isPresent();
  }

  private boolean isGap(Located origin) {
    if (origin.value() instanceof Value.FieldValue field) {
      return inValue(field) || inBodiesOf(field.field().owner());
    }
    return inValue(origin.value()) || origin.value() instanceof Value.Captured;
  }

  /**
   * Whether the body may use the value where its facts do not show it: it has an unknown value at a place
   * whose type the value fits.
   */
  public boolean inUses(BodyView body, Value value) {
    List<BodyView.Use> unknown = body.uses(Value.UNKNOWN);
    if (unknown.isEmpty()) {
      return false;
    }
    Optional<String> type = origins.staticType(new Located(body.id(), value));
    return unknown.stream()
        .anyMatch(use -> mayHold(body, use, type.orElse(Hierarchy.OBJECT)));
  }

  private boolean mayHold(BodyView body, BodyView.Use use, String type) {
    return switch (use.kind()) {
      case THROWN, LOOKED_AT -> false;
      case CAPTURED, BOUND -> true;
      case RECEIVER -> hierarchy.mayMeet(type, ((Event.Call) use.event()).receiverType());
      case ARGUMENT -> hierarchy.mayMeet(
          type, ((Event.Call) use.event()).target().parameters().get(use.index()));
      case RETURNED -> body.id().isLambda()
          || hierarchy.mayMeet(type, body.callable().returnType());
      case WRITTEN -> !(((Event.Write) use.event()).target() instanceof Value.FieldValue field)
          || hierarchy.mayMeet(type, field.field().type());
    };
  }

  /** Whether the method is one of the program that must have a body, and it cannot be read. */
  public boolean inBody(MethodRef method) {
    if (!types().contains(method.owner())
        || bodies.code(method).isPresent()) {
      return false;
    }
    Optional<TypeFacts> type = program.type(method.owner());
    return type.isPresent()
        && type.get().methods().stream()
            .filter(declared -> declared.ref().equals(method))
            .anyMatch(declared -> needsBody(type.get(), declared));
  }

  private Set<String> types() {
    if (types == null) {
      types = new LinkedHashSet<>(program.programTypes());
    }
    return types;
  }

  private static boolean needsBody(TypeFacts type, TypeFacts.Method method) {
    MethodRef ref = method.ref();
    // What the compiler generates for records and enums is not code.
    boolean generated =
        type.is(Modifier.RECORD)
                && (ref.isConstructor()
                    || RECORD_METHODS.contains(ref.name())
                    || (ref.parameters().isEmpty()
                        && type.fields().stream()
                            .anyMatch(field -> field.ref().name().equals(ref.name()))))
            || type.is(Modifier.ENUM) && ENUM_METHODS.contains(ref.name());
    return !generated
        && !method.modifiers().contains(Modifier.ABSTRACT)
        && !method.modifiers().contains(Modifier.NATIVE);
  }

  /** Whether a body of the class, or of one around or inside it, cannot be read. */
  public boolean inBodiesOf(String type) {
    if (!inBodies()) {
      return false;
    }
    String top = topLevel(type);
    return missing.computeIfAbsent(
        top,
        key ->
            types().stream()
                .filter(each -> each.equals(top) || each.startsWith(top + "$"))
                .anyMatch(this::missesBodyOf));
  }

  private static String topLevel(String type) {
    int nested = type.indexOf('$', type.lastIndexOf('.') + 2);
    return nested < 0 ? type : type.substring(0, nested);
  }

  /** Whether a body anywhere in the program cannot be read: it may hold calls that nobody sees. */
  public boolean inBodies() {
    if (missesBodies == null) {
      missesBodies = types().stream().anyMatch(this::missesBodyOf);
    }
    return missesBodies;
  }

  private boolean missesBodyOf(String type) {
    return program.type(type).stream()
        .flatMap(facts -> facts.methods().stream())
        .anyMatch(method -> inBody(method.ref()));
  }
}
