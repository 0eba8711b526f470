package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who in the program calls a method, refers to it, creates a class, or touches a field?
 *
 * <p>Answered one by one, from the facts of the methods that may do it by what they name.
 */
public final class CallIndex {
  private final Bodies bodies;
  private final Survey survey;
  private final Map<MethodRef, CallerSites> callers = new HashMap<>();
  private final Map<String, List<CallSite>> creations = new HashMap<>();
  private final Map<FieldRef, List<WriteSite>> writes = new HashMap<>();
  private final Map<FieldRef, List<BodyView>> readers = new HashMap<>();

  /** A call and the body it stands in. */
  public record CallSite(BodyView body, Event.Call call) {}

  /** A method reference and the body it stands in. */
  public record ReferenceSite(BodyView body, Event.FunctionObject function) {}

  /** A write to a field and the body it stands in. */
  public record WriteSite(BodyView body, Event.Write write) {}

  CallIndex(Bodies bodies, Survey survey) {
    this.bodies = bodies;
    this.survey = survey;
  }

  /** The calls that name exactly this method. */
  public List<CallSite> calls(MethodRef method) {
    return sites(method).calls;
  }

  /** The method references that name exactly this method. */
  public List<ReferenceSite> references(MethodRef method) {
    return sites(method).references;
  }

  private CallerSites sites(MethodRef method) {
    CallerSites sites = callers.get(method);
    if (sites == null) {
      sites = new CallerSites(new ArrayList<>(), new ArrayList<>());
      for (BodyView body : bodies(survey.callers(method))) {
        for (Event event : body.events()) {
          if (event instanceof Event.Call call && call.target().equals(method)) {
            sites.calls.add(new CallSite(body, call));
          } else if (event instanceof Event.FunctionObject function
              && function.code() instanceof Event.Code.Reference reference
              && reference.method().equals(method)) {
            sites.references.add(new ReferenceSite(body, function));
          }
        }
      }
      callers.put(method, sites);
    }
    return sites;
  }

  /** The {@code new} expressions of the class. */
  public List<CallSite> creations(String type) {
    List<CallSite> sites = creations.get(type);
    if (sites == null) {
      sites = new ArrayList<>();
      for (BodyView body : bodies(survey.creators(type))) {
        for (Event event : body.events()) {
          if (event instanceof Event.Call call
              && call.target().isConstructor()
              && call.receiver().isEmpty()
              && call.target().owner().equals(type)) {
            sites.add(new CallSite(body, call));
          }
        }
      }
      creations.put(type, sites);
    }
    return sites;
  }

  public List<WriteSite> writes(FieldRef field) {
    List<WriteSite> sites = writes.get(field);
    if (sites == null) {
      sites = new ArrayList<>();
      for (BodyView body : bodies(survey.writers(field))) {
        for (Event event : body.events()) {
          if (event instanceof Event.Write write
              && write.target() instanceof Value.FieldValue target
              && target.field().equals(field)) {
            sites.add(new WriteSite(body, write));
          }
        }
      }
      writes.put(field, sites);
    }
    return sites;
  }

  /** The bodies that read the field. */
  public List<BodyView> readers(FieldRef field) {
    List<BodyView> found = readers.get(field);
    if (found == null) {
      found =
          bodies(survey.readers(field)).stream()
              .filter(
                  body ->
                      body.events().stream()
                          .anyMatch(
                              event ->
                                  event instanceof Event.Read read && read.field().equals(field)))
              .toList();
      readers.put(field, found);
    }
    return found;
  }

  /**
   * All calls of the program whose target satisfies the condition, in order of types and code.
   *
   * @param names what the targets are called; empty where that may be anything
   */
  public List<CallSite> callsWhere(Optional<Set<String>> names, Predicate<Event.Call> condition) {
    List<CallSite> found = new ArrayList<>();
    for (BodyView body : bodies(names.map(survey::naming).orElseGet(survey::all))) {
      for (Event event : body.events()) {
        if (event instanceof Event.Call call && condition.test(call)) {
          found.add(new CallSite(body, call));
        }
      }
    }
    return found;
  }

  private List<BodyView> bodies(List<MethodRef> methods) {
    return methods.stream().flatMap(method -> bodies.ofMethod(method).stream()).toList();
  }

  private record CallerSites(List<CallSite> calls, List<ReferenceSite> references) {}
}
