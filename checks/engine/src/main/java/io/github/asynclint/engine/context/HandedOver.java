package io.github.asynclint.engine.context;

import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.Resolution;
import io.github.asynclint.engine.resolve.WholeSurvey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * May objects of a class be handed to code that runs their methods elsewhere or later? Judged by the
 * parameters of what the program calls, before anybody follows an object.
 */
public final class HandedOver {
  private static final String OBJECT = "java.lang.Object";

  private final Resolution resolution;
  private final Concerns concerns;
  private final Map<String, Boolean> known = new HashMap<>();
  private Set<String> types;

  public HandedOver(Resolution resolution, Concerns concerns) {
    this.resolution = resolution;
    this.concerns = concerns;
  }

  /** Whether a call takes such: of a modelled method, or of a library that may do anything with it. */
  public boolean contains(String type) {
    Optional<WholeSurvey> whole = resolution.survey().whole();
    if (whole.isEmpty()) {
      // Only saves work: who asks goes on to follow the objects.
      return hasLibraryType(type);
    }
    if (types == null) {
      types = find(whole.get().mentions());
    }
    return known.computeIfAbsent(type, this::find);
  }

  private boolean find(String type) {
    return resolution.hierarchy().selfAndSupertypes(type).stream().anyMatch(types::contains)
        || !resolution.hierarchy().isComplete(type);
  }

  private Set<String> find(Iterable<Mentions> all) {
    Set<String> found = new HashSet<>();
    Set<Mentions.Member> seen = new HashSet<>();
    for (Mentions mentions : all) {
      for (Mentions.Member call : mentions.calls()) {
        if (!seen.add(call)) {
          continue;
        }
        if (concerns.of(call).concerns().contains(Models.Concern.HANDS_OVER)) {
          addHandedOver(call, found);
        } else if (!resolution.models().covers(call.type())
            && resolution.program().origin(call.type()) == Program.Origin.LIBRARY) {
          found.addAll(call.parameters());
        }
      }
    }
    // What is taken as an object is not run.
    found.remove(OBJECT);
    return found;
  }

  /** A method of a library takes no class that only the program knows. */
  private boolean hasLibraryType(String type) {
    return !resolution.hierarchy().isComplete(type)
        || resolution.hierarchy().selfAndSupertypes(type).stream()
            .anyMatch(
                above ->
                    !above.equals(OBJECT)
                        && resolution.program().origin(above) != Program.Origin.PROGRAM);
  }

  private void addHandedOver(Mentions.Member call, Set<String> found) {
    MethodRef method = new MethodRef(call.type(), call.name(), call.parameters(), OBJECT);
    resolution
        .models()
        .method(method, call.type())
        .parameters()
        .forEach(
            (index, thread) -> {
              if (thread != ContextSpec.Relative.CALLER) {
                found.add(call.parameters().get(index));
              }
            });
  }
}
