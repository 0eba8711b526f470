package io.github.asynclint.harness.pitfalls;

import io.github.asynclint.engine.facts.Body;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What would a program look like to somebody who knows less of it? What is forgotten depends on the
 * seed and on the thing's own name only, so answers are stable, as the contract of programs asks.
 */
final class LessInformation implements Program {
  /** What is forgotten. */
  enum Kind {
    /** Some classes of libraries. */
    LIBRARY_TYPES,
    /** All classes of some packages of libraries. */
    LIBRARY_PACKAGES,
    /** Some bodies, of the program's own methods too. */
    BODIES,
    /** The origin of some values. */
    VALUES
  }

  /** One in so many things is forgotten. */
  private static final int ONE_IN = 6;

  private final Program full;
  private final Kind kind;
  private final long seed;
  private final Map<MethodRef, Optional<MethodCode>> rewritten = new HashMap<>();

  LessInformation(Program full, Kind kind, long seed) {
    this.full = full;
    this.kind = kind;
    this.seed = seed;
  }

  private boolean forgets(String thing) {
    // The multiplier of splitmix64 spreads neighbouring hashes and seeds.
    long mixed = (thing.hashCode() + seed * 31 + kind.ordinal()) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    return Math.floorMod(mixed ^ (mixed >>> 27), ONE_IN) == 0;
  }

  private boolean forgetsType(String name) {
    if (full.origin(name) != Origin.LIBRARY) {
      return false;
    }
    return kind == Kind.LIBRARY_TYPES && forgets(name)
        || kind == Kind.LIBRARY_PACKAGES
            && forgets(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    return forgetsType(name) ? Optional.empty() : full.type(name);
  }

  @Override
  public Origin origin(String name) {
    return forgetsType(name) ? Origin.UNKNOWN : full.origin(name);
  }

  @Override
  public Optional<MethodCode> code(MethodRef method) {
    if (forgetsType(method.owner()) || kind == Kind.BODIES && forgets(method.toString())) {
      return Optional.empty();
    }
    if (kind != Kind.VALUES) {
      return full.code(method);
    }
    Optional<MethodCode> known = rewritten.get(method);
    if (known == null) {
      known = full.code(method).map(this::rewrite);
      rewritten.put(method, known);
    }
    return known;
  }

  @Override
  public Map<MethodRef, Mentions> mentions(String type) {
    return forgetsType(type) ? Map.of() : full.mentions(type);
  }

  @Override
  public List<String> programTypes() {
    return full.programTypes();
  }

  @Override
  public boolean isTestSource(String sourceFile) {
    return full.isTestSource(sourceFile);
  }

  @Override
  public OptionalInt release(String type) {
    return full.release(type);
  }

  @Override
  public Optional<String> sourceText(String sourceFile) {
    return full.sourceText(sourceFile);
  }

  private MethodCode rewrite(MethodCode code) {
    return new MethodCode(
        rewrite(code.method()), code.lambdas().stream().map(this::rewrite).toList());
  }

  private Callable rewrite(Callable callable) {
    String place = callable.id().toString();
    List<Event> events =
        callable.body().events().stream().map(e -> rewrite(place + " " + e.id(), e)).toList();
    List<Region> regions =
        callable.body().regions().stream().map(r -> rewrite(place + " r" + r.id(), r)).toList();
    return new Callable(
        callable.id(),
        callable.type(),
        callable.sourceFile(),
        callable.line(),
        callable.parameters(),
        callable.returnType(),
        callable.modifiers(),
        callable.annotations(),
        callable.captured(),
        new Body(events, regions));
  }

  private Value rewrite(String place, Value value) {
    return forgets(place) ? Value.UNKNOWN : value;
  }

  private Optional<Value> rewrite(String place, Optional<Value> value) {
    return value.map(each -> rewrite(place, each));
  }

  private List<Value> rewrite(String place, List<Value> values) {
    List<Value> all = new java.util.ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      all.add(rewrite(place + " " + i, values.get(i)));
    }
    return all;
  }

  private Map<String, Value> rewrite(String place, Map<String, Value> values) {
    Map<String, Value> all = new TreeMap<>();
    values.forEach((name, value) -> all.put(name, rewrite(place + " " + name, value)));
    return all;
  }

  private Event rewrite(String place, Event event) {
    if (event instanceof Event.Call call) {
      return new Event.Call(
          call.id(),
          call.place(),
          call.target(),
          call.dispatch(),
          call.receiverType(),
          rewrite(place, call.receiver()),
          rewrite(place, call.arguments()),
          call.sink(),
          call.local(),
          rewrite(place, call.captures()),
          call.spans());
    } else if (event instanceof Event.FunctionObject function) {
      return new Event.FunctionObject(
          function.id(),
          function.place(),
          function.code(),
          function.interfaceType(),
          function.voidSlot(),
          rewrite(place, function.captures()),
          function.span());
    } else if (event instanceof Event.Write write) {
      return new Event.Write(
          write.id(),
          write.place(),
          write.target(),
          rewrite(place, write.value()),
          write.compound());
    } else if (event instanceof Event.Return done) {
      return new Event.Return(done.id(), done.place(), rewrite(place, done.value()));
    } else if (event instanceof Event.Throw thrown) {
      return new Event.Throw(thrown.id(), thrown.place(), rewrite(place, thrown.value()));
    } else if (event instanceof Event.Use use) {
      return new Event.Use(use.id(), use.place(), rewrite(place, use.values()));
    }
    return event;
  }

  private Region rewrite(String place, Region region) {
    if (region instanceof Region.Branch branch) {
      Value condition = rewrite(place, branch.condition());
      return new Region.Branch(branch.id(), condition, branch.outcome());
    }
    return region;
  }
}
