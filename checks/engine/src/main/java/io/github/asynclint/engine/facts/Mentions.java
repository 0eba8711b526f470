package io.github.asynclint.engine.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What does the code of a method name, the lambdas in it included, whatever it does with that? Far cheaper
 * to have than facts, and it may hold more than they do, but never less.
 *
 * @param calls methods that are called or referred to, constructors of what is created too
 * @param fields fields that are read or written
 * @param results types of what calls yield; the created class for a constructor
 * @param functions whether there are lambdas or method references
 * @param locks whether monitors are taken
 * @param changes whether there are compound writes to fields
 */
public record Mentions(
    Set<Member> calls,
    Set<Field> fields,
    Set<String> results,
    boolean functions,
    boolean locks,
    boolean changes) {
  public static final Mentions NONE =
      new Mentions(Set.of(), Set.of(), Set.of(), false, false, false);

  /**
   * A method as it is called: on that static type, which is the method's owner or below it.
   *
   * @param parameters erased; of constructors with or without those that the compiler adds
   */
  public record Member(String type, String name, List<String> parameters) {
    public Member {
      parameters = List.copyOf(parameters);
    }

    public boolean isConstructor() {
      return name.equals(MethodRef.CONSTRUCTOR);
    }

    /** Whether the call may be one of that method, by all but the type. */
    public boolean mayName(MethodRef method) {
      return name.equals(method.name()) && (isConstructor() || parameters.equals(method.parameters()));
    }

    @Override
    public int hashCode() {
      return 31 * type.hashCode() + name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || other instanceof Member that
              && name.equals(that.name)
              && type.equals(that.type)
              && parameters.equals(that.parameters);
    }
  }

  /** A field as it is used: on that static type, which is the field's owner or below it. */
  public record Field(String type, String name, boolean isWritten) {
    @Override
    public int hashCode() {
      return 31 * type.hashCode() + name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || other instanceof Field that
              && name.equals(that.name)
              && type.equals(that.type)
              && isWritten == that.isWritten;
    }
  }

  public Mentions {
    calls = Set.copyOf(calls);
    fields = Set.copyOf(fields);
    results = Set.copyOf(results);
  }

  /** What either names. */
  public Mentions and(Mentions other) {
    return new Mentions(
        union(calls, other.calls),
        union(fields, other.fields),
        union(results, other.results),
        functions || other.functions,
        locks || other.locks,
        changes || other.changes);
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }

  /** Exactly what the facts name. */
  public static Mentions of(MethodCode code) {
    Builder builder = new Builder();
    builder.add(code.method());
    code.lambdas().forEach(builder::add);
    return builder.build();
  }

  /** Gathers what code names. */
  public static final class Builder {
    private final Set<Member> calls = new HashSet<>();
    private final Set<Field> fields = new HashSet<>();
    private final Set<String> results = new HashSet<>();
    private boolean functions;
    private boolean locks;
    private boolean changes;

    private void add(Callable callable) {
      if (callable.modifiers().contains(Modifier.SYNCHRONIZED)) {
        locks = true;
      }
      callable.body().events().forEach(this::add);
      List<Region> regions = callable.body().regions();
      locks |= regions.stream().anyMatch(Region.Lock.class::isInstance);
    }

    private void add(Event event) {
      if (event instanceof Event.Call call) {
        call(call.receiverType(), call.target());
      } else if (event instanceof Event.FunctionObject function) {
        functions = true;
        if (function.code() instanceof Event.Code.Reference reference) {
          call(reference.method().owner(), reference.method());
        }
      } else if (event instanceof Event.Read read) {
        field(new Field(read.field().owner(), read.field().name(), false));
      } else if (event instanceof Event.Write write) {
        if (write.target() instanceof Value.FieldValue field) {
          changes |= write.compound();
          field(new Field(field.field().owner(), field.field().name(), true));
        }
      }
    }

    private void call(String type, MethodRef method) {
      call(
          new Member(
              method.isConstructor() ? method.owner() : type, method.name(), method.parameters()),
          method.resultType());
    }

    /** The result may be empty where it says nothing: for primitives and arrays. */
    public void call(Member member, String result) {
      calls.add(member);
      if (!result.isEmpty()) {
        results.add(result);
      }
    }

    public void field(Field field) {
      fields.add(field);
    }

    public void function() {
      functions = true;
    }

    public void lock() {
      locks = true;
    }

    public void change() {
      changes = true;
    }

    public Mentions build() {
      return new Mentions(calls, fields, results, functions, locks, changes);
    }
  }
}
