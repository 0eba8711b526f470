package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What do the methods of the program that a call may run return? */
final class Helpers {
  private Helpers() {}

  /**
   * The methods one of whose bodies the call runs. Of several, those that only hand the call on to
   * another one of them say nothing.
   */
  static List<MethodRef> of(Subject subject, BodyView body, Event.Call call) {
    List<MethodRef> all = subject.resolution().candidates(body, call);
    return all.size() < 2
        ? all
        : all.stream().filter(method -> !onlyDelegates(subject, method)).toList();
  }

  private static boolean onlyDelegates(Subject subject, MethodRef method) {
    Optional<BodyView> helper = subject.resolution().bodies().view(method);
    return helper.isPresent()
        && !helper.get().returned().isEmpty()
        && helper.get().returned().stream()
            .allMatch(value -> delegates(subject, helper.get(), value));
  }

  /** Whether all that the method returns of itself is as wanted, or might be for want of its body. */
  static boolean yieldOnly(
      Subject subject, MethodRef method, BiPredicate<BodyView, Value> wanted) {
    return subject
        .resolution()
        .bodies()
        .view(method)
        .map(
            helper -> {
              List<Value> own =
                  helper.returned().stream()
                      .filter(value -> !delegates(subject, helper, value))
                      .toList();
              return !own.isEmpty()
                  && own.stream().allMatch(value -> wanted.test(helper, value));
            })
        .orElseGet(() -> subject.resolution().gaps().inBody(method));
  }

  /** Whether the value is what the same method of another object of the program yields. */
  private static boolean delegates(Subject subject, BodyView helper, Value value) {
    return helper
        .call(value)
        .map(Event.Call::target)
        .filter(target -> target.sameSignature(helper.id().method()))
        .filter(target -> isOfProgram(subject, target))
        .filter(
            target ->
                subject
                    .resolution()
                    .hierarchy()
                    .isSubtype(helper.callable().type(), target.owner()))
        .isPresent();
  }

  /** Whether classes of the program have bodies for the method, one of which runs. */
  static boolean isHidden(Subject subject, MethodRef method) {
    Stream<String> types =
        Stream.concat(
            Stream.of(method.owner()),
            subject.resolution().hierarchy().programSubtypes(method.owner()).stream());
    return subject.resolution().gaps().inBody(method)
        || types
            .filter(type -> isOfProgram(subject, method.withOwner(type)))
            .flatMap(type -> subject.resolution().program().type(type).stream())
            .flatMap(type -> type.methods().stream())
            .map(TypeFacts.Method::ref)
            .anyMatch(
                each ->
                    each.sameSignature(method)
                        && subject.resolution().bodies().view(each).isPresent());
  }

  static boolean isOfProgram(Subject subject, MethodRef method) {
    return subject.resolution().program().origin(method.owner()) == Program.Origin.PROGRAM;
  }
}
