package io.github.asynclint.engine.context;

import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.Resolution;
import io.github.asynclint.engine.resolve.WholeSurvey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * May running a method come to a call of some sort, in itself or in what it calls?
 *
 * <p>Judged by names alone, so that no facts are built of what cannot matter: the answer may be yes too
 * often, never no. What is not of the program, or cannot be read, may; so may everything in a program that
 * is not read as a whole.
 */
public final class Reach {
  private final Resolution resolution;
  private final Concerns concerns;
  private Map<MethodRef, Node> nodes;
  private Map<String, List<String>> actors;

  public Reach(Resolution resolution, Concerns concerns) {
    this.resolution = resolution;
    this.concerns = concerns;
  }

  /** Whether the method may have an effect of that kind on the thread that runs it. */
  public boolean effect(MethodRef method, EffectModel.Kind kind) {
    Node node = node(method);
    return node == null || node.reached.unknown || node.reached.effects.contains(kind);
  }

  /** Whether the method, or what it calls in the program, may call one with any of the roles. */
  public boolean roles(MethodRef method, Set<Role> roles) {
    Node node = node(method);
    return node == null
        || node.reached.halfKnown
        || node.reached.roles.stream().anyMatch(roles::contains);
  }

  /** Whether the method, or what it calls in the program, may have to do with other threads or tasks. */
  public boolean async(MethodRef method) {
    Node node = node(method);
    return node == null || node.reached.halfKnown || node.reached.async;
  }

  private Node node(MethodRef method) {
    if (nodes == null) {
      nodes = resolution.survey().whole().map(this::build).orElse(Map.of());
    }
    return nodes.get(method);
  }

  /** All questions are answered by one walk from callees to callers: most of its cost is the names. */
  private Map<MethodRef, Node> build(WholeSurvey survey) {
    Map<MethodRef, Node> found = new HashMap<>();
    Map<Mentions.Member, Reached> ofCalls = new HashMap<>();
    Deque<Node> open = new ArrayDeque<>();
    for (MethodRef method : survey.all()) {
      Node node = new Node(method);
      found.put(method, node);
      Mentions mentions = survey.of(method).orElse(Mentions.NONE);
      for (Mentions.Member call : mentions.calls()) {
        node.reached.add(ofCalls.computeIfAbsent(call, each -> ofCall(survey, each)));
      }
      node.reached.async |= mentions.results().stream().anyMatch(this::isAsync);
      if (!node.reached.isEmpty()) {
        node.isOpen = true;
        open.add(node);
      }
    }
    while (!open.isEmpty()) {
      Node node = open.remove();
      node.isOpen = false;
      for (Node caller : callers(survey, node, found)) {
        if (caller.reached.add(node.reached) && !caller.isOpen) {
          caller.isOpen = true;
          open.add(caller);
        }
      }
    }
    return found;
  }

  private List<Node> callers(WholeSurvey survey, Node node, Map<MethodRef, Node> all) {
    if (node.callers == null) {
      List<Node> found = new ArrayList<>();
      survey.eachCaller(node.method, caller -> found.add(all.get(caller)));
      for (TypeFacts.Method overridden : resolution.hierarchy().overridden(node.method)) {
        survey.eachCaller(overridden.ref(), caller -> found.add(all.get(caller)));
      }
      node.callers = found;
    }
    return node.callers;
  }

  private Reached ofCall(WholeSurvey survey, Mentions.Member call) {
    Models.Glance glance = concerns.of(call);
    Reached reached = new Reached();
    reached.effects.addAll(glance.effects());
    reached.roles.addAll(glance.roles());
    reached.async = Concerns.isAsync(glance);
    reached.halfKnown = isHalfKnown(call);
    reached.unknown = isOpen(call);
    for (String type : actors(survey).getOrDefault(call.type(), List.of())) {
      reached.effects.addAll(resolution.models().glance(type, call.name()).effects());
    }
    return reached;
  }

  private boolean isAsync(String type) {
    return resolution.models().type(type).kind() != TypeModel.Kind.NONE;
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

  /** By supertype: classes that the program creates and that may have effects which those have not. */
  private Map<String, List<String>> actors(WholeSurvey survey) {
    if (actors == null) {
      actors = new HashMap<>();
      for (String type : survey.created()) {
        if (resolution.models().acts(type)) {
          for (String above : resolution.hierarchy().selfAndSupertypes(type)) {
            actors.computeIfAbsent(above, key -> new ArrayList<>()).add(type);
          }
        }
      }
    }
    return actors;
  }

  /** A method of the program and the methods that may run it. */
  private static final class Node {
    private final MethodRef method;
    private final Reached reached = new Reached();
    private List<Node> callers;
    private boolean isOpen;

    Node(MethodRef method) {
      this.method = method;
    }
  }

  /** What running a method may come to. */
  private static final class Reached {
    private final Set<EffectModel.Kind> effects = EnumSet.noneOf(EffectModel.Kind.class);
    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private boolean async;
    private boolean halfKnown;
    private boolean unknown;

    /** Adds what another comes to; whether that was anything new. */
    boolean add(Reached other) {
      boolean isNew =
          other.async && !async || other.halfKnown && !halfKnown || other.unknown && !unknown;
      async |= other.async;
      halfKnown |= other.halfKnown;
      unknown |= other.unknown;
      isNew |= effects.addAll(other.effects);
      isNew |= roles.addAll(other.roles);
      return isNew;
    }

    boolean isEmpty() {
      return !async && !halfKnown && !unknown && effects.isEmpty() && roles.isEmpty();
    }
  }
}
