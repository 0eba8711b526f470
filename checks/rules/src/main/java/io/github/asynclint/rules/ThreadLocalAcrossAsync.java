package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.state.ThreadContexts;
import java.util.List;
import java.util.Optional;

/**
 * Does a callback read a value that belongs to the thread which handed it over, such as a ThreadLocal, the
 * logging context or the security context, on a thread that has none?
 *
 * <p>An executor of unknown make may carry the context along, so only threads that are known count. What
 * a ThreadLocal of the program's own holds may be meant for whichever thread asks: that is only likely.
 */
@AsyncRule(
    summary = "A value that belongs to a thread is read on another one, which does not have it",
    tier = 2,
    likelyTier = 3,
    section = AsyncRule.Section.STATE)
@AutoService(Rule.class)
public final class ThreadLocalAcrossAsync implements Rule {
  private static final String ADVICE =
      "read it before the async call and let the callback capture the value, or hand the work to an"
          + " executor that carries the context along";

  @Override
  public void check(Subject subject, Reporter reporter) {
    ThreadContexts contexts = new ThreadContexts(subject.resolution(), subject.reach());
    if (!contexts.mayRead(subject.id().method())) {
      return;
    }
    Optional<Crossings.Crossing> around =
        subject.crossings().around(subject.id()).filter(crossing -> isLost(subject, crossing));
    if (around.isPresent()) {
      checkCalls(subject, contexts, around.get(), reporter);
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference) {
        contexts
            .reading(subject.body(), reference)
            .ifPresent(
                reading ->
                    subject
                        .crossings()
                        .of(subject.body(), function)
                        .filter(crossing -> isLost(subject, crossing))
                        .filter(crossing -> !isCarriedByChains(subject, crossing))
                        .ifPresent(
                            crossing ->
                                reporter.report(
                                    report(
                                        subject, function, reference.method(), crossing, reading))));
      }
    }
  }

  private static void checkCalls(
      Subject subject, ThreadContexts contexts, Crossings.Crossing crossing, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      Optional<ThreadContexts.Reading> reading = contexts.reading(subject.body(), call);
      if (reading.isPresent()
          && !contexts.isRestored(subject.body(), call, crossing)
          && !isCarriedByChains(subject, crossing)) {
        reporter.report(report(subject, call, call.target(), crossing, reading.get()));
      }
    }
  }

  /** Whether the far side is known to run on a thread without the near side's context. */
  private static boolean isLost(Subject subject, Crossings.Crossing crossing) {
    MethodRef near = crossing.near().id().method();
    TypeModel.Kind receiver = subject.kindOf(crossing.call().receiverType());
    boolean isContinuation = receiver.isAsync() || receiver == TypeModel.Kind.EXECUTOR;
    return crossing.far().isKnown()
        && (isContinuation || !crossing.far().mustNotBlock())
        && !isSetUp(near)
        && !subject.model(crossing.call()).is(Role.CARRIES_THREAD_CONTEXT);
  }

  /** Code that runs before there is anything to carry. */
  private static boolean isSetUp(MethodRef method) {
    return method.isConstructor()
        || method.isStaticInitializer()
        || (method.name().equals("main") && method.returnsVoid());
  }

  /** Whether the program tells its reactive library to carry contexts along chains. */
  private static boolean isCarriedByChains(Subject subject, Crossings.Crossing crossing) {
    if (subject.kindOf(crossing.call().receiverType()) != TypeModel.Kind.PUBLISHER) {
      return false;
    }
    return subject.resolution().gaps().inBodies()
        || !subject
            .resolution()
            .index()
            .callsWhere(
                Optional.empty(),
                call ->
                    (subject.model(call).is(Role.CARRIES_THREAD_CONTEXT)
                            && (call.target().returnsVoid()
                                || subject.yields(call) == TypeModel.Kind.PUBLISHER))
                        || subject.resolution().program().type(call.target().owner()).isEmpty())
            .isEmpty();
  }

  private static Report report(
      Subject subject,
      Event event,
      MethodRef method,
      Crossings.Crossing crossing,
      ThreadContexts.Reading reading) {
    boolean publisher =
        subject.kindOf(crossing.call().receiverType()) == TypeModel.Kind.PUBLISHER;
    String message =
        method.name()
            + " reads what belongs to the thread that made the async call, on "
            + crossing.far().context().label();
    Optional<Step> crosses =
        crossing.far().why().isEmpty()
            ? Optional.of(
                new Step(
                    Step.Kind.RELATED,
                    "crosses to another thread in " + Names.method(crossing.call().target()),
                    crossing.at().callable().sourceFile(),
                    crossing.call().place().line()))
            : Optional.empty();
    Report report =
        Report.at(event, message, ADVICE)
            .certainty(
                publisher || reading.variable()
                    ? Certainty.LIKELY
                    : crossing.far().certainty())
            .steps(crossing.far().why());
    crosses.ifPresent(report::step);
    return report.steps(reading.path());
  }
}
