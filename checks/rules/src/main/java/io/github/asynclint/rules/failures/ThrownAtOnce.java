package io.github.asynclint.rules.failures;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Hierarchy;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/** Which failures does a method of async type throw at its caller, instead of failing what it returns? */
public final class ThrownAtOnce {
  private static final String ERROR = "java.lang.Error";
  private static final String STATE = "java.lang.IllegalStateException";
  private static final String INTERRUPTED = "java.lang.InterruptedException";

  private final Subject subject;
  private final BodyView body;
  private final Hierarchy hierarchy;
  private final Catches catches;

  public ThrownAtOnce(Subject subject) {
    this.subject = subject;
    this.body = subject.body();
    this.hierarchy = subject.resolution().hierarchy();
    this.catches = new Catches(hierarchy);
  }

  /** Whether others call the method, itself, for a result that comes later. */
  public boolean isPromised() {
    MethodRef method = subject.id().method();
    return !subject.id().isLambda()
        && subject.kindOf(method.returnType()).isAsync()
        && !subject.resolution().gaps().inType(method.owner())
        && !body.callable().modifiers().contains(Modifier.PRIVATE)
        && !mayBeCalledByFramework()
        && body.returned().stream().anyMatch(value -> !Gaps.inValue(value) && !value.equals(Value.NULL));
  }

  /** Frameworks make a failed result of what the methods throw that an annotation has them call. */
  private boolean mayBeCalledByFramework() {
    return body.callable().annotations().stream()
        .anyMatch(annotation -> !annotation.type().startsWith("java.lang."));
  }

  /** The type of what is thrown, if that is a failure of the work that the caller is to hear of. */
  public Optional<String> failure(Event.Throw thrown) {
    Optional<String> type = type(thrown.value());
    return type.filter(each -> !isMisuse(thrown, each))
        .filter(each -> !isDeclared(each))
        .filter(each -> catches.letsOut(body, thrown, each))
        .filter(each -> !isInterrupted(thrown));
  }

  /** What a clause only lets out again would have come without the clause, too. */
  private Optional<String> type(Value value) {
    return value instanceof Value.Caught
        ? Optional.empty()
        : subject.resolution().origins().staticType(new Located(body.id(), value));
  }

  /** Outside a catch clause an IllegalStateException says that a caller misuses the object. */
  private boolean isMisuse(Event.Throw thrown, String type) {
    return hierarchy.isSubtype(type, ERROR)
        || type.equals("java.lang.Throwable")
        || !body.isInCatch(thrown)
            && (ProgrammingErrors.include(hierarchy, type) || type.equals(STATE));
  }

  /** A checked exception stands in the signature, where callers see it. */
  private boolean isDeclared(String type) {
    return hierarchy
        .declaration(subject.id().method())
        .map(TypeFacts.Method::thrown)
        .orElse(List.of())
        .stream()
        .anyMatch(declared -> hierarchy.isSubtype(type, declared));
  }

  private boolean isInterrupted(Event.Throw thrown) {
    return body.regions(thrown).stream()
        .anyMatch(
            region ->
                region instanceof Region.Catch clause && clause.types().contains(INTERRUPTED));
  }
}
