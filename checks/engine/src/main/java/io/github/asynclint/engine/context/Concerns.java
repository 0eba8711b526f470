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
  private final Resolution resolution;
  private final Map<Mentions.Member, Set<Models.Concern>> known = new HashMap<>();

  public Concerns(Resolution resolution) {
    this.resolution = resolution;
  }

  /** What any method so called may do; a call on an async type is async. */
  public Set<Models.Concern> of(Mentions.Member call) {
    Set<Models.Concern> found = known.get(call);
    if (found == null) {
      found = EnumSet.noneOf(Models.Concern.class);
      found.addAll(resolution.models().concerns(call.type(), call.name()));
      if (resolution.models().type(call.type()).kind() != TypeModel.Kind.NONE) {
        found.add(Models.Concern.ASYNC);
      }
      known.put(call, found);
    }
    return found;
  }
}
