package io.github.asynclint.engine.model;

import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.MethodRef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the libraries that a program uses.
 *
 * <p>Bound to one program: rows are looked up through its type hierarchy, and of files
 * whose {@code active-if} class is not there only the rows about the library's own classes count.
 */
public interface Models {
  /** All facts of the rows that select the method, called on that static receiver type. */
  MethodModel method(MethodRef method, String receiverType);

  /**
   * What methods are called of which the models state one of the roles; empty where that may be
   * anything.
   */
  Optional<Set<String>> methodNames(Set<MethodModel.Role> roles);

  /** What the models state of any method with that name on values of the type. */
  Glance glance(String type, String name);

  /**
   * What may be said of methods that are known by name alone: more than is true of each, and never less.
   *
   * @param concerns how they concern asynchrony; effects on the own thread are no concern
   * @param effects the sorts of effect on the own thread
   */
  record Glance(
      Set<Concern> concerns, Set<EffectModel.Kind> effects, Set<MethodModel.Role> roles) {
    public static final Glance NONE = new Glance(Set.of(), Set.of(), Set.of());

    public Glance {
      concerns = Set.copyOf(concerns);
      effects = Set.copyOf(effects);
      roles = Set.copyOf(roles);
    }

    /** What either says. */
    public Glance and(Glance other) {
      return new Glance(
          union(concerns, other.concerns),
          union(effects, other.effects),
          union(roles, other.roles));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
      if (one.isEmpty() || other.isEmpty()) {
        return one.isEmpty() ? other : one;
      }
      Set<T> all = new HashSet<>(one);
      all.addAll(other);
      return all;
    }
  }

  /** Whether the models state an effect of any method of values of the type. */
  boolean acts(String type);

  /** How calls may concern asynchrony. */
  enum Concern {
    /** They change their receiver. */
    CHANGES,
    /** They run what they are given on other threads: the concern of those who make what is given. */
    HANDS_OVER,
    /** They take or release locks. */
    LOCKS,
    /** Anything else: they start, combine or schedule work. */
    ASYNC
  }

  /** The async nature and thread-safety of values of that type. */
  TypeModel type(String name);

  /**
   * The thread that runs the body of a method because it overrides or implements a framework's method
   * or carries an annotation; {@code annotations} are the method's own, then its class's. A method of
   * a functional interface that a lambda implements is asked the same way.
   */
  Optional<NamedContext> runsOn(
      MethodRef method, String type, List<AnnotationFact> annotations, List<AnnotationFact> ofType);

  /**
   * Whether a library that does not seem to be in use names the type, a supertype of it or one of the
   * annotations as something whose thread it chooses: with more of the class path known it might be.
   */
  boolean mayRunOn(String type, List<AnnotationFact> annotations);

  /** The context with that key in the models. */
  Optional<NamedContext> context(String name);

  /** The constant field is an executor or scheduler of that kind (Dispatchers, INSTANCE fields). */
  Optional<ContextSpec> executorField(String owner, String name);

  /**
   * Whether the models speak for the class's whole library, so that calls which no row names have no
   * effect that matters and the library's bodies are not looked into.
   */
  boolean covers(String type);

  /** As {@link #covers}, by the models of a library that does not seem to be in use. */
  boolean mayCover(String type);

  /** Whether a library that the program can use defines a context of that kind. */
  boolean hasActive(ContextKind kind);

  /**
   * How people write something with values of the type, for fixes. Keys: {@code handle-failure} (text to
   * append to a future that looks at its failure), {@code then} (name of the operator that runs the
   * receiver, then its argument), {@code offload} (advice for blocking work).
   */
  Optional<String> idiom(String type, String key);
}
