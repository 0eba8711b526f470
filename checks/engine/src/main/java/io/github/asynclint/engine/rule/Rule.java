package io.github.asynclint.engine.rule;

/**
 * Decides for one pitfall. Implementations are stateless, carry {@link AsyncRule} and are found with
 * {@link java.util.ServiceLoader}.
 */
public interface Rule {
  /** Reports what is wrong in one body of code. Lambdas are bodies of their own. */
  void check(Subject subject, Reporter reporter);

  default String name() {
    return getClass().getSimpleName();
  }

  default AsyncRule info() {
    AsyncRule info = getClass().getAnnotation(AsyncRule.class);
    if (info == null) {
      throw new IllegalStateException(getClass() + " lacks @AsyncRule");
    }
    return info;
  }
}
