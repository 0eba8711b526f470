package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.context.RunsOn;
import java.util.List;
import java.util.Optional;

/**
 * On which threads may a piece of code run, and what does it do to them?
 *
 * @param own the thread that enters there; empty for a helper
 * @param threads all threads that are seen to run it, those that must not block first; an unknown one
 *     among them says that there may be others. Each comes with the steps that tell why
 * @param acts for each kind the best evidence, the gravest kind first
 */
public record Color(Code code, Optional<RunsOn> own, List<RunsOn> threads, List<Act> acts) {
  public Color {
    threads = List.copyOf(threads);
    acts = List.copyOf(acts);
  }
}
