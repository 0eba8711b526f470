package io.github.asynclint.rules.failures;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.resolve.Resolution;
import io.github.asynclint.engine.rule.Subject;
import java.util.Optional;

/**
 * Is a task given to an executor that the program has written itself, which then may see to the failures of
 * all of its tasks?
 */
public final class OwnExecutors {
  private OwnExecutors() {}

  /** Whether the executor is known to be of the program, by its class or by the type it is declared with. */
  public static boolean take(Subject subject, Event.Call call) {
    if (call.receiver().isEmpty() || call.receiver().get() instanceof Value.This) {
      return false;
    }
    Resolution resolution = subject.resolution();
    Located receiver = new Located(subject.id(), call.receiver().get());
    Optional<String> exact = resolution.origins().exactType(receiver);
    return exact.isPresent()
        ? isProgram(resolution, exact.get())
        : isProgram(resolution, call.receiverType())
            || resolution
                .origins()
                .staticType(resolution.origins().origin(receiver))
                .filter(type -> isProgram(resolution, type))
                .isPresent();
  }

  /** Whether it may be, since nobody knows its class and one of the program implements the method. */
  public static boolean mayTake(Subject subject, Event.Call call) {
    if (call.receiver().isEmpty()) {
      return false;
    }
    Resolution resolution = subject.resolution();
    Located receiver = new Located(subject.id(), call.receiver().get());
    return resolution.origins().exactType(receiver).isEmpty()
        && resolution.origins().originCall(receiver).isEmpty()
        && resolution.hierarchy().programSubtypes(call.receiverType()).stream()
            .flatMap(type -> resolution.program().type(type).stream())
            .flatMap(facts -> facts.methods().stream())
            .anyMatch(method -> resolution.hierarchy().overrides(method.ref(), call.target()));
  }

  private static boolean isProgram(Resolution resolution, String type) {
    return resolution.program().origin(type) == Program.Origin.PROGRAM;
  }
}
