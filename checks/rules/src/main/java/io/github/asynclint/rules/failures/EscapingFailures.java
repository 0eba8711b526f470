package io.github.asynclint.rules.failures;

import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.effect.Wording;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Hierarchy;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * For which failure is there evidence that it leaves a body: thrown there or in a helper of the program,
 * declared, or brought by input and output, and not caught on the way?
 *
 * <p>What a correct program does not throw is no evidence: checks of arguments and the like.
 */
public final class EscapingFailures {
  private static final int MAX_HOPS = 6;
  private static final int MAX_FAILURES = 4;

  /** Bodies that are looked at for one question; what is behind them is not known. */
  private static final int MAX_BODIES = 300;

  /** Waits that end as they should unless the thread is interrupted. */
  private static final Set<String> CALM = Set.of("sleep", "queue", "wait", "lock");

  private static final String UNCHECKED = "java.lang.RuntimeException";

  private final Subject subject;
  private final Hierarchy hierarchy;
  private final Catches catches;
  private final Map<CallableId, List<Failure>> known = new HashMap<>();

  /** A failure that leaves a body, and the way to where it arises. */
  public record Failure(String type, boolean certain, List<Step> steps) {}

  public EscapingFailures(Subject subject) {
    this.subject = subject;
    this.hierarchy = subject.resolution().hierarchy();
    this.catches = new Catches(hierarchy);
  }

  /** The best-founded failure that leaves the body. */
  public Optional<Failure> of(BodyView body) {
    known.clear();
    List<Failure> failures = of(body, MAX_HOPS);
    return failures.stream()
        .filter(Failure::certain)
        .findFirst()
        .or(() -> failures.stream().findFirst());
  }

  private List<Failure> of(BodyView body, int hops) {
    List<Failure> before = known.get(body.id());
    if (before != null || known.size() == MAX_BODIES) {
      return before == null ? List.of() : before;
    }
    known.put(body.id(), List.of());
    List<Failure> found = find(body, hops);
    known.put(body.id(), found);
    return found;
  }

  private List<Failure> find(BodyView body, int hops) {
    List<Failure> found = new ArrayList<>();
    for (Event event : body.events()) {
      if (found.size() == MAX_FAILURES) {
        break;
      }
      for (Failure failure : arising(body, event, hops)) {
        if (isNews(failure.type()) && catches.letsOut(body, event, failure.type())) {
          found.add(outside(body, event, failure));
        }
      }
    }
    return found;
  }

  private boolean isNews(String type) {
    return !ProgrammingErrors.include(hierarchy, type);
  }

  private static Failure outside(BodyView body, Event event, Failure failure) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            Step.Kind.PATH,
            Names.callable(body.callable()),
            body.callable().sourceFile(),
            event.place().line()));
    steps.addAll(failure.steps());
    return new Failure(
        failure.type(), failure.certain() && !body.isConditional(event), List.copyOf(steps));
  }

  private List<Failure> arising(BodyView body, Event event, int hops) {
    if (event instanceof Event.Throw thrown) {
      return thrown(body, thrown);
    }
    return event instanceof Event.Call call && !body.isInCatch(call)
        ? ofCall(body, call, hops)
        : List.of();
  }

  private List<Failure> thrown(BodyView body, Event.Throw thrown) {
    Optional<String> type =
        thrown.value() instanceof Value.Caught
            ? Optional.of(UNCHECKED)
            : subject.resolution().origins().staticType(new Located(body.id(), thrown.value()));
    boolean giveUp =
        body.regions(thrown).stream()
            .anyMatch(
                region ->
                    region instanceof Region.Catch clause
                        && clause.types().contains("java.lang.InterruptedException"));
    // Outside a catch clause an IllegalStateException says that a caller misuses the object, or a
    // subclass of it that the object is closed.
    boolean misuse = type.filter(this::isMisuse).isPresent() && !body.isInCatch(thrown);
    return type.isEmpty() || giveUp || misuse
        ? List.of()
        : List.of(new Failure(type.get(), true, List.of()));
  }

  private boolean isMisuse(String type) {
    return hierarchy.isSubtype(type, "java.lang.IllegalStateException");
  }

  private List<Failure> ofCall(BodyView body, Event.Call call, int hops) {
    MethodModel model = subject.resolution().exactModel(body, call);
    if (model.safe() || subject.resolution().gaps().inModel(call)) {
      return List.of();
    }
    if (model.effect().isPresent()) {
      return ofEffect(call, model.effect().get());
    }
    Optional<BodyView> helper =
        hops == 0
            ? Optional.empty()
            : subject
                .resolution()
                .target(body, call)
                .filter(
                    target ->
                        subject.resolution().program().origin(target.owner())
                            == Program.Origin.PROGRAM)
                .flatMap(target -> subject.resolution().bodies().view(target));
    return helper.isPresent() ? of(helper.get(), hops - 1) : declared(call.target(), "");
  }

  static boolean isCalm(EffectModel effect) {
    return effect.kind() == EffectModel.Kind.BURNS_CPU || CALM.contains(effect.what());
  }

  private List<Failure> ofEffect(Event.Call call, EffectModel effect) {
    if (isCalm(effect)) {
      return List.of();
    }
    String reason = ", which " + Wording.of(effect);
    List<Failure> declared = declared(call.target(), reason);
    return declared.isEmpty()
        ? List.of(failure(UNCHECKED, true, Names.qualified(call.target()) + reason))
        : declared;
  }

  private List<Failure> declared(MethodRef method, String reason) {
    return hierarchy.declaration(method).map(TypeFacts.Method::thrown).orElse(List.of()).stream()
        .filter(type -> !isMisuse(type))
        .map(
            type ->
                failure(
                    type,
                    !reason.isEmpty(),
                    Names.qualified(method) + reason + ", throws " + Names.simple(type)))
        .toList();
  }

  private static Failure failure(String type, boolean certain, String text) {
    return new Failure(type, certain, List.of(new Step(Step.Kind.PATH, text, "", 0)));
  }
}
