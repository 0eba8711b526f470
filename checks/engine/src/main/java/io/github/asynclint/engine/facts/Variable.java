package io.github.asynclint.engine.facts;

/**
 * A parameter of a callable or a variable that it captures: name and erased type (binary name).
 *
 * <p>A parameter's name is empty where it is not recorded (class files without debug information).
 */
public record Variable(String name, String type) {}
