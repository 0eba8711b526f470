package io.github.asynclint.engine.context;

import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * May running a method come to a call of some sort, in itself or in what it calls?
 *
 * <p>Judged by names alone, so that no facts are built of what cannot matter: the answer may be yes too
 * often, never no. What is not of the program, or cannot be read, may.
 */
public final class Reach {
  private final Resolution resolution;
  private final Concerns concerns;
  private final Map<Object, Set<MethodRef>> known = new HashMap<>();
  private List<String> actors;

  public Reach(Resolution resolution, Concerns concerns) {
    this.resolution = resolution;
    this.concerns = concerns;
  }

  /** Whether the method may have an effect of that kind on the thread that runs it. */
  public boolean effect(MethodRef method, EffectModel.Kind kind) {
    return contains(method, kind, call -> mayAct(call, kind) || isOpen(call));
  }

  /** Whether the method, or what it calls in the program, may call one with any of the roles. */
  public boolean roles(MethodRef method, Set<Role> roles) {
    return contains(
        method,
        roles,
        call -> concerns.of(call).roles().stream().anyMatch(roles::contains) || isHalfKnown(call));
  }

  private boolean contains(
      MethodRef method, Object question, Predicate<Mentions.Member> isSought) {
    if (resolution.survey().of(method).isEmpty()) {
      return true;
    }
    Set<MethodRef> reaching = known.get(question);
    if (reaching == null) {
      reaching = reaching(isSought);
      known.put(question, reaching);
    }
    return reaching.contains(method);
  }

  private Set<MethodRef> reaching(Predicate<Mentions.Member> isSought) {
    Map<Mentions.Member, Boolean> calls = new HashMap<>();
    Set<MethodRef> found = new HashSet<>();
    Deque<MethodRef> open = new ArrayDeque<>();
    for (MethodRef method : resolution.survey().all()) {
      for (Mentions.Member call : resolution.survey().of(method).orElse(Mentions.NONE).calls()) {
        if (calls.computeIfAbsent(call, isSought::test)) {
          found.add(method);
          open.add(method);
          break;
        }
      }
    }
    while (!open.isEmpty()) {
      MethodRef method = open.remove();
      addCallers(method, found, open);
      for (TypeFacts.Method overridden : resolution.hierarchy().overridden(method)) {
        addCallers(overridden.ref(), found, open);
      }
    }
    return found;
  }

  private void addCallers(MethodRef method, Set<MethodRef> found, Deque<MethodRef> open) {
    for (MethodRef caller : resolution.survey().callers(method)) {
      if (found.add(caller)) {
        open.add(caller);
      }
    }
  }

  /** Whether the call may run code that is neither of the program nor in the models. */
  private boolean isOpen(Mentions.Member call) {
    return isHalfKnown(call)
        || resolution.program().origin(call.type()) == Program.Origin.LIBRARY
            && !resolution.models().covers(call.type());
  }

  /** Whether the models may say more of the call than the known supertypes let them. */
  private boolean isHalfKnown(Mentions.Member call) {
    return !resolution.hierarchy().isComplete(call.type());
  }

  private boolean mayAct(Mentions.Member call, EffectModel.Kind kind) {
    return concerns.of(call).effects().contains(kind)
        || actors().stream()
            .filter(type -> resolution.hierarchy().isSubtype(type, call.type()))
            .map(type -> resolution.models().glance(type, call.name()))
            .map(Models.Glance::effects)
            .anyMatch(effects -> effects.contains(kind));
  }

  /** Classes that the program creates and that have effects which their supertypes may not have. */
  private List<String> actors() {
    if (actors == null) {
      actors = resolution.survey().created().stream().filter(resolution.models()::acts).toList();
    }
    return actors;
  }
}
