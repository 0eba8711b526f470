package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.program.Lookup;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Where are facts missing, so that a value, a body or a type may be more than what is seen of it?
 *
 * <p>Whatever concludes something from an absence (no use, no handler, no caller, no row of a model) asks
 * here first: less information may remove findings, never add them.
 */
public final class Gaps {
  private static final Set<String> RECORD_METHODS = Set.of("equals", "hashCode", "toString");
  private static final Set<String> ENUM_METHODS = Set.of("values", "valueOf");

  private final FunctionClasses program;
  private final Hierarchy hierarchy;
  private final Bodies bodies;
  private final Survey survey;
  private final Origins origins;
  private final Map<Object, Boolean> missing = new HashMap<>();
  private Set<String> types;
  private List<MethodRef> unread;

  Gaps(
      FunctionClasses program,
      Hierarchy hierarchy,
      Bodies bodies,
      Survey survey,
      Origins origins) {
    this.program = program;
    this.hierarchy = hierarchy;
    this.bodies = bodies;
    this.survey = survey;
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
    return isOfProgram(call.target().owner()) && inModel(call);
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
      return inValue(field) || inWritersOf(field.field());
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
    if (!isOfProgram(method.owner())) {
      return false;
    }
    Optional<TypeFacts> type = program.type(method.owner());
    return type.isPresent()
        && type.get().methods().stream()
            .filter(declared -> declared.ref().equals(method))
            .anyMatch(declared -> needsBody(type.get(), declared))
        && bodies.code(method).isEmpty();
  }

  private boolean isOfProgram(String type) {
    return isWritten(type) && program.function(type).isEmpty();
  }

  private boolean isWritten(String type) {
    if (program.lookup().isPresent()) {
      return program.origin(type) == Program.Origin.PROGRAM;
    }
    if (types == null) {
      types = new HashSet<>(program.writtenTypes());
    }
    return types.contains(type);
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
    // Of those that only set up assertions and tables of switches, no facts are made.
    return !generated
        && !ref.isStaticInitializer()
        && !method.modifiers().contains(Modifier.ABSTRACT)
        && !method.modifiers().contains(Modifier.NATIVE);
  }

  /** Whether a body that may write the field, in the file of its class, cannot be read. */
  public boolean inWritersOf(FieldRef field) {
    String top = topLevel(field.owner());
    return misses(
        List.of("written", field),
        () -> survey.writers(field),
        type -> topLevel(type).equals(top));
  }

  /** Whether a body that may read the field, in the file of its class, cannot be read. */
  public boolean inReadersOf(FieldRef field) {
    String top = topLevel(field.owner());
    return misses(
        List.of("read", field), () -> survey.readers(field), type -> topLevel(type).equals(top));
  }

  /** Whether a body of the class, or of one inside it, cannot be read. */
  public boolean inBodiesOf(String type) {
    String inner = type + "$";
    return misses(
        type, () -> survey.within(type), each -> each.equals(type) || each.startsWith(inner));
  }

  private static String topLevel(String type) {
    int nested = type.indexOf('$', type.lastIndexOf('.') + 2);
    return nested < 0 ? type : type.substring(0, nested);
  }

  /** Whether a body that may call the method, anywhere in the program, cannot be read. */
  public boolean inCallersOf(MethodRef method) {
    return misses(
        method,
        () -> {
          List<MethodRef> callers = new ArrayList<>(survey.callers(method));
          hierarchy
              .overridden(method)
              .forEach(overridden -> callers.addAll(survey.callers(overridden.ref())));
          return callers;
        },
        type -> true);
  }

  /** Whether a body that may create the class, anywhere in the program, cannot be read. */
  public boolean inCreationsOf(String type) {
    return misses(List.of(type), () -> survey.creators(type), each -> true);
  }

  /** Whether any body of the program cannot be read: costs the facts of all, so ask for less. */
  public boolean inBodies() {
    Optional<Lookup> lookup = program.lookup();
    return lookup.isPresent()
        ? !lookup.get().isWhole()
        : misses(Optional.empty(), () -> survey.whole().orElseThrow().all(), type -> true);
  }

  /**
   * Whether a body anywhere in the program cannot be read that may call a method with one of the names.
   *
   * @param names empty for any
   */
  public boolean inBodiesNaming(Optional<Set<String>> names) {
    return names
        .map(some -> misses(some, () -> survey.naming(some), type -> true))
        .orElseGet(this::inBodies);
  }

  /** The question is what the answer is remembered by. */
  private boolean misses(
      Object question, Supplier<List<MethodRef>> methods, Predicate<String> owner) {
    Boolean known = missing.get(question);
    if (known == null) {
      known =
          unread().stream().anyMatch(method -> owner.test(method.owner()))
              || methods.get().stream()
                  .anyMatch(method -> owner.test(method.owner()) && inBody(method));
      missing.put(question, known);
    }
    return known;
  }

  /** The methods that have a body of which nothing is known. */
  private List<MethodRef> unread() {
    if (unread == null) {
      unread = survey.silent().stream().filter(this::inBody).toList();
    }
    return unread;
  }
}
