package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.context.Contexts;
import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.effect.Effects;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What runs on which thread, and what does it do there? One for each analysis; not safe for use by several
 * threads.
 *
 * <p>It knows nothing by itself: threads are those of {@link Contexts}, acts those of {@link Effects} and of
 * the models. Tests run nothing here.
 */
public final class Colors {
  private final Resolution resolution;
  private final Contexts contexts;
  private final Predicate<Callable> isTest;
  private final Notes notes;
  private final Threads threads;
  private final Paths paths;

  public Colors(
      Resolution resolution,
      Contexts contexts,
      Crossings crossings,
      Effects effects,
      Predicate<Callable> isTest,
      Notes notes) {
    this.resolution = resolution;
    this.contexts = contexts;
    this.isTest = isTest;
    this.notes = notes;
    this.threads = new Threads(resolution, contexts, isTest);
    this.paths = new Paths(resolution, effects, crossings);
  }

  /** The bodies of a class, in the order of its methods: what can be asked for. */
  public List<Callable> code(String type) {
    return resolution.bodies().ofType(type).stream().map(BodyView::callable).toList();
  }

  /** The color of a method or lambda of the program; empty where its code is not to be had. */
  public Optional<Color> of(CallableId id) {
    return resolution.bodies().view(id).map(this::of);
  }

  private Color of(BodyView body) {
    return new Color(
        Code.of(body.callable()),
        threads.entry(body),
        threads.of(body),
        paths.acts(body));
  }

  /** The thread that enters there; empty for a helper. */
  public Optional<RunsOn> entry(CallableId id) {
    return resolution.bodies().view(id).flatMap(threads::entry);
  }

  /** What one call of a body does to the thread that runs it, told from the called method inwards. */
  public List<Act> acts(CallableId id, Event event) {
    return resolution
        .bodies()
        .view(id)
        .map(
            body ->
                paths.acts(
                    paths.all(body).stream().filter(hop -> hop.event() == event.id()).toList()))
        .orElse(List.of());
  }

  /** The color of the code that a method reference names, seen where it stands. */
  public Optional<Color> ofReference(CallableId id, Event.FunctionObject function) {
    return function.code() instanceof Event.Code.Reference reference
        ? resolution.bodies().view(id).map(body -> ofReference(body, function, reference))
        : Optional.empty();
  }

  private Color ofReference(
      BodyView body, Event.FunctionObject function, Event.Code.Reference reference) {
    Code code =
        resolution
            .target(body, reference)
            .flatMap(resolution.bodies()::view)
            .map(target -> Code.of(target.callable()))
            .orElseGet(() -> Code.of(CallableId.of(reference.method())));
    List<Act> acts = paths.acts(paths.ofReference(body, function, reference));
    Optional<BodyView> around =
        contexts.ofFunction(body.id(), function) instanceof Relation.Inside inside
            ? resolution.bodies().view(inside.body())
            : Optional.empty();
    if (around.isPresent()) {
      return new Color(code, Optional.empty(), threads.of(around.get()), acts);
    }
    RunsOn there = contexts.runsOn(body.id(), function);
    return there.isKnown()
        ? new Color(code, Optional.of(there), List.of(there), acts)
        : new Color(code, Optional.empty(), List.of(RunsOn.UNKNOWN), acts);
  }

  /** Where threads enter the code of these classes, and what they meet from there on. */
  public Picture picture(List<String> types) {
    Entries entries = new Entries(resolution, contexts, threads, paths, isTest, notes);
    types.forEach(entries::add);
    return entries.picture();
  }
}
