package io.github.asynclint.rules.results;

import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.resolve.Resolution;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;

/** Do contracts, subclasses or callers give a meaning to null where a method owes a future? */
public final class NullContracts {
  /** Nothing composes with it: it is a handle to wait by, and null tells that nothing was started. */
  private static final String PLAIN = "java.util.concurrent.Future";

  private static final int DEPTH = 3;

  private NullContracts() {}

  /** Whether null may be a right answer of the method, or is not surely a wrong one. */
  public static boolean allowsNull(Subject subject, MethodRef method) {
    Resolution resolution = subject.resolution();
    List<TypeFacts.Method> overridden = resolution.hierarchy().overridden(method);
    return method.returnType().equals(PLAIN)
        || resolution.gaps().inType(method.owner())
        || resolution.models().method(method, method.owner()).is(Role.MAY_RETURN_NULL)
        || isNullable(subject.body().callable().annotations())
        || isHook(resolution, method)
        || overridden.stream()
            .anyMatch(
                each ->
                    isNullable(each.annotations())
                        || !subject.kindOf(each.ref().returnType()).isAsync())
        || resolution.gaps().inCallersOf(method)
        || isCheckedByCaller(resolution, method, DEPTH)
        || overridden.stream()
            .anyMatch(each -> isCheckedByCaller(resolution, each.ref(), DEPTH));
  }

  private static boolean isNullable(List<AnnotationFact> annotations) {
    return annotations.stream()
        .map(each -> Names.simple(each.type()))
        .anyMatch(name -> name.contains("Nullable") || name.equals("CheckForNull"));
  }

  /** Whether subclasses of the program override it: which objects have one is theirs to know. */
  private static boolean isHook(Resolution resolution, MethodRef method) {
    return resolution.hierarchy().programSubtypes(method.owner()).stream()
        .flatMap(type -> resolution.program().type(type).stream())
        .flatMap(type -> type.methods().stream())
        .anyMatch(each -> resolution.hierarchy().overrides(each.ref(), method));
  }

  /** Whether somebody who is given what the method returns may look whether that is null. */
  private static boolean isCheckedByCaller(Resolution resolution, MethodRef method, int depth) {
    for (CallIndex.CallSite site : resolution.callers(method)) {
      Value result = new Value.Result(site.call().id());
      if (isLookedAt(site.body(), result)
          || resolution.gaps().inUses(site.body(), result)
          || site.body().uses(result).stream()
              .anyMatch(
                  use ->
                      (use.kind() == BodyView.UseKind.ARGUMENT
                              && (isOpen(resolution, use)
                                  || isAskedInside(resolution, site.body(), use)))
                          || (use.kind() == BodyView.UseKind.RETURNED
                              && isHandedOn(resolution, site, depth)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHandedOn(Resolution resolution, CallIndex.CallSite site, int depth) {
    MethodRef caller = site.body().id().method();
    return depth > 0
        && !site.body().id().isLambda()
        && (resolution.gaps().inCallersOf(caller)
            || isCheckedByCaller(resolution, caller, depth - 1));
  }

  /** Whether a method that is given the value may look whether it is null. */
  private static boolean isAskedInside(Resolution resolution, BodyView body, BodyView.Use use) {
    Event.Call call = (Event.Call) use.event();
    Value parameter = new Value.Parameter(use.index());
    return resolution.gaps().inReceiver(body, call)
        || resolution.candidates(body, call).stream()
            .anyMatch(
                target ->
                    resolution.gaps().inBody(target)
                        || resolution
                            .bodies()
                            .view(target)
                            .filter(helper -> isLookedAt(helper, parameter))
                            .isPresent());
  }

  /** Whether the parameter takes any object: Objects.nonNull, Optional.ofNullable. */
  private static boolean isOpen(Resolution resolution, BodyView.Use use) {
    String type = ((Event.Call) use.event()).target().parameters().get(use.index());
    return !resolution.models().type(type).kind().isAsync();
  }

  /** Whether a condition or operand has the value, as a comparison with null does, or may have it. */
  public static boolean isLookedAt(BodyView body, Value value) {
    return isConditionOn(body, value) || isConditionOn(body, Value.UNKNOWN);
  }

  private static boolean isConditionOn(BodyView body, Value value) {
    return body.uses(value).stream().anyMatch(use -> use.kind() == BodyView.UseKind.LOOKED_AT);
  }
}
