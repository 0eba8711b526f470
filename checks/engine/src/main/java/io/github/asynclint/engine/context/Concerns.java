package io.github.asynclint.engine.context;

import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What do the models say of a call that is known by name alone? */
public final class Concerns {
  private static final Models.Glance ASYNC =
      new Models.Glance(Set.of(Models.Concern.ASYNC), Set.of(), Set.of());

  private final Resolution resolution;
  private final Map<Mentions.Member, Models.Glance> known = new HashMap<>();

  public Concerns(Resolution resolution) {
    this.resolution = resolution;
  }

  /** How anything that a method names may concern asynchrony, told from the calls alone. */
  public Set<Models.Concern> of(Mentions mentions) {
    Set<Models.Concern> found = EnumSet.noneOf(Models.Concern.class);
    for (Mentions.Member call : mentions.calls()) {
      found.addAll(of(call).concerns());
    }
    return found;
  }

  /** Whether so called methods may have to do with other threads or tasks. */
  public static boolean isAsync(Models.Glance glance) {
    return glance.concerns().contains(Models.Concern.ASYNC)
        || glance.concerns().contains(Models.Concern.HANDS_OVER);
  }

  /** What any method so called may do; a call on an async type is async. */
  public Models.Glance of(Mentions.Member call) {
    Models.Glance found = known.get(call);
    if (found == null) {
      found = resolution.models().glance(call.type(), call.name());
      if (resolution.models().type(call.type()).kind() != TypeModel.Kind.NONE) {
        found = found.and(ASYNC);
      }
      known.put(call, found);
    }
    return found;
  }
}
