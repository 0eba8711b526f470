package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Who in the program calls a method, refers to it, creates a class, or touches a field?
 *
 * <p>Built once, on the first question, from all bodies of the program.
 */
public final class CallIndex {
  private final Program program;
  private final Bodies bodies;
  private Map<MethodRef, List<CallSite>> calls;
  private Map<MethodRef, List<ReferenceSite>> references;
  private Map<String, List<CallSite>> creations;
  private Map<FieldRef, List<WriteSite>> writes;
  private Map<FieldRef, List<BodyView>> reads;

  /** A call and the body it stands in. */
  public record CallSite(BodyView body, Event.Call call) {}

  /** A method reference and the body it stands in. */
  public record ReferenceSite(BodyView body, Event.FunctionObject function) {}

  /** A write to a field and the body it stands in. */
  public record WriteSite(BodyView body, Event.Write write) {}

  public CallIndex(Program program, Bodies bodies) {
    this.program = program;
    this.bodies = bodies;
  }

  /** The calls that name exactly this method. */
  public List<CallSite> calls(MethodRef method) {
    build();
    return calls.getOrDefault(method, List.of());
  }

  /** The method references that name exactly this method. */
  public List<ReferenceSite> references(MethodRef method) {
    build();
    return references.getOrDefault(method, List.of());
  }

  /** The {@code new} expressions of the class, and references to its constructors. */
  public List<CallSite> creations(String type) {
    build();
    return creations.getOrDefault(type, List.of());
  }

  public List<WriteSite> writes(FieldRef field) {
    build();
    return writes.getOrDefault(field, List.of());
  }

  /** The bodies that read the field. */
  public List<BodyView> readers(FieldRef field) {
    build();
    return reads.getOrDefault(field, List.of());
  }

  /** All calls of the program whose target satisfies the condition, in order of types and code. */
  public List<CallSite> callsWhere(Predicate<Event.Call> condition) {
    build();
    List<CallSite> found = new ArrayList<>();
    for (String type : program.programTypes()) {
      for (BodyView body : bodies.ofType(type)) {
        for (Event event : body.events()) {
          if (event instanceof Event.Call call && condition.test(call)) {
            found.add(new CallSite(body, call));
          }
        }
      }
    }
    return found;
  }

  private void build() {
    if (calls != null) {
      return;
    }
    calls = new HashMap<>();
    references = new HashMap<>();
    creations = new HashMap<>();
    writes = new HashMap<>();
    reads = new HashMap<>();
    for (String type : program.programTypes()) {
      for (BodyView body : bodies.ofType(type)) {
        body.events().forEach(event -> add(body, event));
      }
    }
  }

  private void add(BodyView body, Event event) {
    if (event instanceof Event.Call call) {
      CallSite site = new CallSite(body, call);
      calls.computeIfAbsent(call.target(), key -> new ArrayList<>()).add(site);
      if (call.target().isConstructor() && call.receiver().isEmpty()) {
        creations.computeIfAbsent(call.target().owner(), key -> new ArrayList<>()).add(site);
      }
    } else if (event instanceof Event.FunctionObject function
        && function.code() instanceof Event.Code.Reference reference) {
      references
          .computeIfAbsent(reference.method(), key -> new ArrayList<>())
          .add(new ReferenceSite(body, function));
    } else if (event instanceof Event.Write write
        && write.target() instanceof io.github.asynclint.engine.facts.Value.FieldValue field) {
      writes
          .computeIfAbsent(field.field(), key -> new ArrayList<>())
          .add(new WriteSite(body, write));
    } else if (event instanceof Event.Read read) {
      List<BodyView> readers = reads.computeIfAbsent(read.field(), key -> new ArrayList<>());
      if (readers.isEmpty() || readers.get(readers.size() - 1) != body) {
        readers.add(body);
      }
    }
  }
}
