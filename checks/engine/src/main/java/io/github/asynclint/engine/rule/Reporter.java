package io.github.asynclint.engine.rule;

/** Takes what a rule reports. */
@FunctionalInterface
public interface Reporter {
  void report(Report report);
}
