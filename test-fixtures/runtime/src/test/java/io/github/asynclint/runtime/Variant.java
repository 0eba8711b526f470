package io.github.asynclint.runtime;

/** What do the publishers and collections give that a fixture's method takes? */
enum Variant {
  FULL,
  EMPTY,
  FAILING
}
