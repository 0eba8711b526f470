package io.github.asynclint.harness.pitfalls;

/** In which ways can code be written differently and mean the same? */
enum Variation {
  /** Receivers and arguments in parentheses. */
  PARENTHESISED,
  /** The first computed argument of a statement's call goes to a local before the statement. */
  EXTRACTED_ARGUMENT,
  /** A method reference becomes a lambda. */
  LAMBDA_FOR_REFERENCE,
  /** A lambda that only calls becomes a method reference. */
  REFERENCE_FOR_LAMBDA,
  /** A lambda becomes an anonymous class. */
  ANONYMOUS_FOR_LAMBDA,
  /** Names of classes in full. */
  QUALIFIED_NAMES,
  /** Locals without their types. */
  VAR
}
