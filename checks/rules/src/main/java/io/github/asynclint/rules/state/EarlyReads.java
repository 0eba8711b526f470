package io.github.asynclint.rules.state;

import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.Optional;

/** Does code look at what a callback changes before the callback has run? */
public final class EarlyReads {
  private final Subject subject;

  public EarlyReads(Subject subject) {
    this.subject = subject;
  }

  /** A look at the state on the near side, after the crossing and with no wait in between. */
  public Optional<Event> of(Mutations.Mutation mutation, Crossings.Crossing crossing) {
    BodyView near = crossing.near();
    boolean future = subject.kindOf(crossing.call().target().resultType()).isFuture();
    boolean subscribed =
        subject.model(crossing.call()).is(Role.SUBSCRIBES) && crossing.far().isKnown();
    if (!(future || subscribed)
        || mutation.variable().field().isPresent()
        || !mutation.variable().local().body().equals(near.id())) {
      return Optional.empty();
    }
    for (BodyView.Use use : near.uses(mutation.variable().local().value())) {
      boolean looks =
          use.kind() == BodyView.UseKind.RETURNED
              || use.kind() == BodyView.UseKind.LOOKED_AT
              || (use.kind() == BodyView.UseKind.RECEIVER
                  && !subject.model((Event.Call) use.event()).is(Role.MUTATES));
      if (looks && use.event().id() > crossing.start().id() && !waitsBetween(near, crossing, use)) {
        return Optional.of(use.event());
      }
    }
    return Optional.empty();
  }

  private boolean waitsBetween(
      BodyView near, Crossings.Crossing crossing, BodyView.Use use) {
    return near.events().stream()
        .filter(event -> event.id() > crossing.start().id() && event.id() < use.event().id())
        .filter(Event.Call.class::isInstance)
        .map(Event.Call.class::cast)
        .anyMatch(
            call ->
                subject.model(call).effect().isPresent()
                    || subject.resolution().gaps().inModel(call)
                    || subject
                        .resolution()
                        .target(near, call)
                        .filter(subject.resolution().gaps()::inBody)
                        .isPresent()
                    || subject.effects().ofCall(near, call).values().stream()
                        .anyMatch(effect -> effect.kind() != EffectModel.Kind.BURNS_CPU));
  }
}
