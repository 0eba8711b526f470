package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/** Could the work of the second of two waits have been started before the first? */
public final class OneAfterAnother {
  private OneAfterAnother() {}

  /** How sure it is that the second wait's work needs nothing of the first's. */
  public static Optional<Certainty> certainty(Subject subject, Wait first, Wait second) {
    BodyView body = subject.body();
    if (second.start().id() < first.call().id()
        || !isStraight(body, first.call(), second.call())
        || !Started.byItself(subject, body, first.start())
        || !Started.byItself(subject, body, second.start())
        || isOrdered(body, first.start(), second.start())) {
      return Optional.empty();
    }
    Influence influence =
        new Influence(body, first.call(), false);
    boolean dependent =
        influence.reachesInto(second.start())
            || second.chain().stream().anyMatch(influence::reachesInto)
            || influence.decides(second.call());
    if (dependent || actsBetween(subject, influence, first.call(), second.start())) {
      return Optional.empty();
    }
    boolean reads =
        isUsed(body, first)
            && isUsed(body, second)
            && !Started.isChange(first.start())
            && !Started.isChange(second.start());
    if (Started.onOneReceiver(body, first.start(), second.start())) {
      return reads ? Optional.of(Certainty.DEFINITE) : Optional.empty();
    }
    return Optional.of(reads ? Certainty.DEFINITE : Certainty.LIKELY);
  }

  /** Whether both stand in the same branches and loops, so that the second always follows. */
  private static boolean isStraight(BodyView body, Event.Call first, Event.Call second) {
    return first.id() < second.id() && around(body, first).equals(around(body, second));
  }

  private static List<Region> around(BodyView body, Event event) {
    return body.regions(event).stream().filter(each -> !(each instanceof Region.Try)).toList();
  }

  private static boolean isOrdered(BodyView body, Event.Call first, Event.Call second) {
    boolean again =
        first.target().equals(second.target())
            && first.arguments().equals(second.arguments())
            && Started.onOneReceiver(body, first, second);
    return again || Started.isLifecycle(first) || Started.isLifecycle(second);
  }

  /** Whether a statement between, which is no use of the first result, may be why there is an order. */
  private static boolean actsBetween(
      Subject subject, Influence influence, Event.Call first, Event.Call second) {
    return subject.body().events().subList(first.id() + 1, second.id()).stream()
        .anyMatch(
            event ->
                event instanceof Event.Call call
                    && (call.target().returnsVoid() || call.sink() != Event.Sink.USED)
                    && !call.target().isConstructor()
                    && !subject.model(call).safe()
                    && !influence.reachesInto(call));
  }

  private static boolean isUsed(BodyView body, Wait wait) {
    return wait.call().sink() == Event.Sink.USED && !body.usesOfResult(wait.call()).isEmpty();
  }
}
