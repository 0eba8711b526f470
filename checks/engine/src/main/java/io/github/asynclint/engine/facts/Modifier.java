package io.github.asynclint.engine.facts;

/** The declared properties of types, methods and fields that some rule or resolution asks for. */
public enum Modifier {
  PUBLIC,
  PROTECTED,
  PRIVATE,
  STATIC,
  FINAL,
  ABSTRACT,
  SYNCHRONIZED,
  NATIVE,
  VOLATILE,
  VARARGS,
  INTERFACE,
  ANNOTATION,
  ENUM,
  RECORD,
  SYNTHETIC
}
