package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where does a value go? Follows it into arguments, through fields of the program, out of methods to
 * their callers, and into lambdas and local classes that capture it.
 */
public final class Flows {
  private static final int MAX_DEPTH = 5;

  private final Program program;
  private final Hierarchy hierarchy;
  private final Bodies bodies;
  private final CallIndex index;
  private final Gaps gaps;
  /** Rules and contexts ask for the same flows, and flows are long. */
  private final Map<Located, Flow> known = new HashMap<>();

  /** The value is the argument with that index (-1: the receiver) of a call. */
  public record Destination(BodyView body, Event.Call call, int argument) {}

  /**
   * The places where a value arrives.
   *
   * @param destinations calls that take it as an argument or as their receiver
   * @param complete false if it also goes where it is not followed
   * @param hidden whether facts are missing on the way, so that it may go anywhere
   */
  public record Flow(List<Destination> destinations, boolean complete, boolean hidden) {}

  Flows(Program program, Hierarchy hierarchy, Bodies bodies, CallIndex index, Gaps gaps) {
    this.program = program;
    this.hierarchy = hierarchy;
    this.bodies = bodies;
    this.index = index;
    this.gaps = gaps;
  }

  public Flow from(BodyView body, Value value) {
    Located start = new Located(body.id(), value);
    Flow flow = known.get(start);
    if (flow == null) {
      Walk walk = new Walk();
      walk.value(body, value, 0);
      flow = new Flow(List.copyOf(walk.destinations), walk.complete, walk.hidden);
      known.put(start, flow);
    }
    return flow;
  }

  private final class Walk {
    private final List<Destination> destinations = new ArrayList<>();
    private final Set<Located> seen = new HashSet<>();
    private boolean complete = true;
    private boolean hidden;

    void value(BodyView body, Value value, int depth) {
      if (depth > MAX_DEPTH) {
        complete = false;
        return;
      }
      if (!seen.add(new Located(body.id(), value))) {
        return;
      }
      hidden |= gaps.inUses(body, value);
      for (BodyView.Use use : body.uses(value)) {
        use(body, use, depth);
      }
    }

    private void use(BodyView body, BodyView.Use use, int depth) {
      switch (use.kind()) {
        case ARGUMENT -> destinations.add(
            new Destination(body, (Event.Call) use.event(), use.index()));
        case RECEIVER -> destinations.add(new Destination(body, (Event.Call) use.event(), -1));
        case CAPTURED -> captured(body, use, depth);
        case WRITTEN -> written((Event.Write) use.event(), depth);
        case RETURNED -> returned(body, depth);
        case BOUND -> bound(body, (Event.FunctionObject) use.event(), depth);
        case THROWN, LOOKED_AT -> {
          // Looking at a value does not pass it on.
        }
      }
    }

    /** {@code work::accept} is the function {@code work} under another interface. */
    private void bound(BodyView body, Event.FunctionObject function, int depth) {
      MethodRef method = ((Event.Code.Reference) function.code()).method();
      boolean sameFunction =
          hierarchy
              .functionalMethod(method.owner())
              .filter(each -> each.name().equals(method.name()))
              .isPresent();
      if (sameFunction) {
        value(body, new Value.Result(function.id()), depth + 1);
      } else {
        complete = false;
      }
    }

    private void captured(BodyView body, BodyView.Use use, int depth) {
      Value inside = new Value.Captured(use.name());
      if (use.event() instanceof Event.FunctionObject function
          && function.code() instanceof Event.Code.LambdaBody lambda) {
        bodies.view(lambda.callable()).ifPresent(view -> value(view, inside, depth + 1));
      } else if (use.event() instanceof Event.Call creation) {
        hidden |= gaps.inBodiesOf(creation.target().owner());
        for (BodyView view : bodies.ofType(creation.target().owner())) {
          value(view, inside, depth + 1);
        }
      }
    }

    private void written(Event.Write write, int depth) {
      if (!(write.target() instanceof Value.FieldValue target)
          || program.origin(target.field().owner()) != Program.Origin.PROGRAM) {
        complete = false;
        return;
      }
      FieldRef field = target.field();
      hidden |= gaps.inReadersOf(field);
      for (BodyView reader : index.readers(field)) {
        Set<Value> reads = new LinkedHashSet<>();
        for (Event event : reader.events()) {
          if (event instanceof Event.Read read && read.field().equals(field)) {
            reads.add(new Value.FieldValue(field, read.receiver()));
          }
        }
        reads.forEach(read -> value(reader, read, depth + 1));
      }
    }

    private void returned(BodyView body, int depth) {
      if (body.id().isLambda()) {
        complete = false;
        return;
      }
      MethodRef method = body.id().method();
      List<CallIndex.CallSite> callers = new ArrayList<>(index.calls(method));
      for (TypeFacts.Method overridden : hierarchy.overridden(method)) {
        callers.addAll(index.calls(overridden.ref()));
      }
      hidden |= gaps.inCallersOf(method);
      if (callers.isEmpty()) {
        complete = false;
      }
      for (CallIndex.CallSite site : callers) {
        value(site.body(), new Value.Result(site.call().id()), depth + 1);
      }
    }
  }
}
