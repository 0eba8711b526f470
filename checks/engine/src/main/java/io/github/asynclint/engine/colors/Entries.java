package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.context.Contexts;
import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which code of some classes is an entry point, and what do the threads meet that enter there?
 *
 * <p>Entry points are bodies with a thread of their own. A callback whose thread nobody knows is one only
 * if it is known to hold that thread: there are many, and most do nothing of interest.
 */
final class Entries {
  private final Resolution resolution;
  private final Contexts contexts;
  private final Threads threads;
  private final Paths paths;
  private final Predicate<Callable> isTest;
  private final Notes notes;
  private final List<EntryPoint> found = new ArrayList<>();

  /** All hops of the bodies that threads reach; those of entry points with what is seldom met. */
  private final Map<CallableId, List<Hop>> reached = new LinkedHashMap<>();

  Entries(
      Resolution resolution,
      Contexts contexts,
      Threads threads,
      Paths paths,
      Predicate<Callable> isTest,
      Notes notes) {
    this.resolution = resolution;
    this.contexts = contexts;
    this.threads = threads;
    this.paths = paths;
    this.isTest = isTest;
    this.notes = notes;
  }

  void add(String type) {
    for (BodyView body : resolution.bodies().ofType(type)) {
      try {
        if (!isTest.test(body.callable())) {
          add(body);
        }
      } catch (RuntimeException | StackOverflowError failure) {
        note(body.id(), failure);
      }
    }
  }

  private void note(CallableId body, Throwable failure) {
    notes.note("internal error of colors in " + body + " (" + failure + "); the rest is looked at");
  }

  private List<Hop> hops(CallableId body) {
    try {
      return paths.of(body);
    } catch (RuntimeException | StackOverflowError failure) {
      note(body, failure);
      return List.of();
    }
  }

  private void add(BodyView body) {
    Optional<RunsOn> own = threads.entry(body);
    boolean isCallback = body.id().isLambda() && !threads.isPartOfOther(body.id());
    if (own.isPresent() || isCallback) {
      Code code = Code.of(body.callable());
      RunsOn runsOn = own.orElse(RunsOn.UNKNOWN);
      enter(code, code.sourceFile(), code.line(), runsOn, paths.all(body), isCallback);
    }
    for (Event event : body.events()) {
      if (event instanceof Event.FunctionObject function
          && function.code() instanceof Event.Code.Reference reference) {
        addReference(body, function, reference);
      }
    }
  }

  private void addReference(
      BodyView body, Event.FunctionObject function, Event.Code.Reference reference) {
    if (contexts.ofFunction(body.id(), function).equals(new Relation.Inside(body.id()))) {
      return;
    }
    List<Hop> hops = paths.ofReference(body, function, reference);
    Optional<Hop.Into> into =
        hops.stream()
            .filter(Hop.Into.class::isInstance)
            .map(Hop.Into.class::cast)
            .findFirst();
    RunsOn runsOn = contexts.runsOn(body.id(), function);
    if (into.isPresent()) {
      BodyView target = resolution.bodies().view(into.get().body()).orElseThrow();
      hops = paths.all(target);
      Code code = Code.of(target.callable());
      enter(code, file(body), function.place().line(), runsOn, hops, true);
    } else if (hops.stream().anyMatch(Entries::holds)) {
      Code code = Code.of(CallableId.of(reference.method()));
      enter(code, file(body), function.place().line(), runsOn, hops, true);
    }
  }

  private static String file(BodyView body) {
    return body.callable().sourceFile();
  }

  /** Notes the entry point if its thread is known, or if it is a callback that is known to hold any. */
  private void enter(
      Code code, String file, int line, RunsOn runsOn, List<Hop> hops, boolean isCallback) {
    if (runsOn.isKnown() || isCallback && leadsSomewhere(hops)) {
      found.add(
          new EntryPoint(code, file, line, runsOn.isKnown() ? runsOn : RunsOn.UNKNOWN));
      reached.put(code.id(), hops);
    }
  }

  private boolean leadsSomewhere(List<Hop> hops) {
    Deque<List<Hop>> open = new ArrayDeque<>(List.of(hops));
    Set<CallableId> seen = new HashSet<>();
    while (!open.isEmpty()) {
      for (Hop hop : open.removeFirst()) {
        if (holds(hop)) {
          return true;
        } else if (hop instanceof Hop.Into into && seen.add(into.body())) {
          open.add(paths.of(into.body()));
        }
      }
    }
    return false;
  }

  private static boolean holds(Hop hop) {
    return hop instanceof Hop.End end && end.act().kind().holdsThread();
  }

  Picture picture() {
    Deque<List<Hop>> open = new ArrayDeque<>(reached.values());
    while (!open.isEmpty()) {
      for (Hop hop : open.removeFirst()) {
        if (hop instanceof Hop.Into into && !reached.containsKey(into.body())) {
          reached.put(into.body(), hops(into.body()));
          open.add(reached.get(into.body()));
        }
      }
    }
    Map<CallableId, List<Hop>> leading = leading();
    Map<CallableId, Code> codes = new HashMap<>();
    found.forEach(entry -> codes.put(entry.code().id(), entry.code()));
    for (CallableId id : leading.keySet()) {
      resolution
          .bodies()
          .view(id)
          .ifPresent(body -> codes.put(id, Code.of(body.callable())));
    }
    return new Picture(found, leading, codes);
  }

  /** For each body from which something is met that holds the thread, the hops towards it. */
  private Map<CallableId, List<Hop>> leading() {
    Map<CallableId, List<CallableId>> callers = new HashMap<>();
    Set<CallableId> leading = new HashSet<>();
    Deque<CallableId> open = new ArrayDeque<>();
    reached.forEach(
        (body, hops) -> {
          for (Hop hop : hops) {
            if (hop instanceof Hop.Into into) {
              callers.computeIfAbsent(into.body(), key -> new ArrayList<>()).add(body);
            } else if (holds(hop) && leading.add(body)) {
              open.add(body);
            }
          }
        });
    while (!open.isEmpty()) {
      for (CallableId caller : callers.getOrDefault(open.removeFirst(), List.of())) {
        if (leading.add(caller)) {
          open.add(caller);
        }
      }
    }
    Map<CallableId, List<Hop>> kept = new HashMap<>();
    leading.forEach(
        body -> {
          Map<Object, Hop> different = new LinkedHashMap<>();
          for (Hop hop : reached.get(body)) {
            if (hop instanceof Hop.Into into && leading.contains(into.body())) {
              different.putIfAbsent(into.body(), hop);
            } else if (holds(hop)) {
              Act act = ((Hop.End) hop).act();
              different.putIfAbsent(List.of(act.kind(), act.evidence()), hop);
            }
          }
          kept.put(body, List.copyOf(different.values()));
        });
    return kept;
  }
}
