package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Value;

/** A value together with the body in whose terms it is said. */
public record Located(CallableId body, Value value) {}
