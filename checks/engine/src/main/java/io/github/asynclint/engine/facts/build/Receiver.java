package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Event.Dispatch;
import io.github.asynclint.engine.facts.Value;
import java.util.Optional;

/**
 * On what is a method called?
 *
 * @param value empty for a static method or a new object
 * @param type the static type, as compiled
 */
public record Receiver(Optional<Value> value, String type, Dispatch dispatch) {}
