package io.github.asynclint.engine.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * All that is said of a rule besides its decision; its name is the class's simple name. Shells, XML, tables
 * and pages are derived from it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AsyncRule {
  /** The bad pattern in one sentence without a full stop. */
  String summary();

  /** 1: on, error. 2: on, warning. 3: off until asked for, suggestion. Holds for definite findings. */
  int tier();

  /** The tier of likely findings; 0 for the same as {@link #tier()}. */
  int likelyTier() default 0;

  /** The section of the catalogue that the rule belongs to. */
  Section section();

  /** Names of rules whose finding on the same call makes this one's superfluous. */
  String[] yieldsTo() default {};

  /**
   * Whether the rule names a choice that a team may make, not a defect, so that it is true of much correct
   * code. Such a rule is of tier 3, and the fixtures of other rules carry no marks of it.
   */
  boolean policy() default false;

  /** Whether the rule speaks about test code too. */
  boolean checksTests() default false;

  /**
   * Whether the rule also speaks about methods that have nothing to do with asynchrony by what they name,
   * but may wait.
   */
  boolean plainWaits() default false;

  /** The sections of the catalogue. */
  enum Section {
    UNAWAITED_RESULTS("Results nobody looks at"),
    LOST_FAILURES("Lost failures"),
    BLOCKING("Blocking the runtime"),
    STATE("State across suspension"),
    MISPLACED_WORK("CPU work and misplaced work"),
    RUNTIME("Runtime, executors, virtual threads"),
    CONTRACTS("Contracts and colours");

    private final String title;

    Section(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }
}
