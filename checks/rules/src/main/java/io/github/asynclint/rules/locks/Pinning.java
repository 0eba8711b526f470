package io.github.asynclint.rules.locks;

import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.rule.Subject;
import java.util.Optional;
import java.util.OptionalInt;

/** Does a monitor keep the platform thread below a virtual one where this code runs? */
public final class Pinning {
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final int FIRST_THAT_UNMOUNTS = 24;

  private Pinning() {}

  /** The virtual thread that runs the body, if its release pins in monitors. */
  public static Optional<RunsOn> of(Subject subject) {
    return isRelease(subject)
        ? Optional.of(subject.contexts().withCallers(subject.id()))
            .filter(thread -> thread.context().kind() == ContextKind.VIRTUAL)
        : Optional.empty();
  }

  /** Whether it may be one, for all that is known: facts are missing that would tell. */
  public static boolean isHidden(Subject subject) {
    return isRelease(subject) && subject.contexts().withCallers(subject.id()).isHidden();
  }

  private static boolean isRelease(Subject subject) {
    OptionalInt release =
        subject.resolution().program().release(subject.body().callable().type());
    return release.isPresent()
        && release.getAsInt() >= FIRST_WITH_VIRTUAL_THREADS
        && release.getAsInt() < FIRST_THAT_UNMOUNTS;
  }
}
