package io.github.asynclint.engine.model;

import io.github.asynclint.engine.facts.MethodRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The facts of one row: what it states, and nothing of what it leaves open.
 *
 * <p>In the compiled form facts are words separated by blanks, such as {@code effect=waits:definite:future
 * unless=done on=0:arg1 role=operator}; rows are many and few of them are ever looked at, so they
 * are read when first selected.
 *
 * @param effect empty: not stated; {@link Effect#NONE} and {@link Effect#SAFE} undo inherited ones
 * @param on thread of functional parameters by index, type or {@code *}
 * @param gives what becomes of a callback's value, by the same keys
 */
record RowFacts(
    Optional<Effect> effect,
    Map<String, String> on,
    Map<MethodModel.Direction, String> switches,
    boolean clearsSwitches,
    Optional<String> executor,
    Optional<String> completesOn,
    Optional<MethodModel.ResultUse> result,
    Map<String, MethodModel.CallbackResult> gives,
    Optional<MethodModel.Failure> failure,
    Optional<String> flatTwin,
    Set<MethodModel.Role> roles,
    Set<MethodModel.Role> notRoles) {

  private static final String OWN_THREAD = "caller";

  /** Roles of calls that concern nobody but their own thread. */
  private static final Set<MethodModel.Role> HARMLESS =
      EnumSet.of(
          MethodModel.Role.ITERATES,
          MethodModel.Role.MUTATES,
          MethodModel.Role.READS_STATE,
          MethodModel.Role.SETS_STATE,
          MethodModel.Role.CLAIMS,
          MethodModel.Role.SAME,
          MethodModel.Role.SHORT_CIRCUITS,
          MethodModel.Role.SYNCHRONIZES,
          MethodModel.Role.USES_AS_VALUE,
          MethodModel.Role.WRAPS,
          MethodModel.Role.YIELDS_EACH,
          MethodModel.Role.YIELDS_ELEMENT,
          MethodModel.Role.YIELDS_STORED);

  private static final Set<MethodModel.Role> ON_LOCKS =
      EnumSet.of(
          MethodModel.Role.ACQUIRES_OWNED_LOCK,
          MethodModel.Role.RELEASES_OWNED_LOCK,
          MethodModel.Role.YIELDS_UNOWNED_LOCK,
          MethodModel.Role.RUNS_UNDER_LOCK,
          MethodModel.Role.UNLOCKS_WHILE_WAITING);

  /** What a row states of the effect: one, none, or that the call is safe. */
  record Effect(Optional<EffectModel> model, boolean safe) {
    static final Effect NONE = new Effect(Optional.empty(), false);
    static final Effect SAFE = new Effect(Optional.empty(), true);
  }

  /** What the row tells of methods that are known by name alone. */
  Models.Glance glance() {
    return new Models.Glance(
        concerns(),
        effect.flatMap(Effect::model).map(EffectModel::kind).map(Set::of).orElse(Set.of()),
        roles);
  }

  private Set<Models.Concern> concerns() {
    Set<Models.Concern> concerns = EnumSet.noneOf(Models.Concern.class);
    boolean schedules = !switches.isEmpty() || executor.isPresent() || completesOn.isPresent();
    if (schedules || on.values().stream().anyMatch(thread -> !thread.equals(OWN_THREAD))) {
      concerns.add(Models.Concern.HANDS_OVER);
    }
    // What becomes of a callback's value matters for futures, whose types tell of themselves.
    if (schedules
        || failure.isPresent()
        || roles.stream().anyMatch(RowFacts::isAsync)) {
      concerns.add(Models.Concern.ASYNC);
    }
    if (roles.stream().anyMatch(ON_LOCKS::contains)) {
      concerns.add(Models.Concern.LOCKS);
    }
    if (roles.contains(MethodModel.Role.MUTATES)) {
      concerns.add(Models.Concern.CHANGES);
    }
    return concerns;
  }

  private static boolean isAsync(MethodModel.Role role) {
    return !HARMLESS.contains(role) && !ON_LOCKS.contains(role);
  }

  static RowFacts parse(String text) {
    Optional<Effect> effect = Optional.empty();
    List<Condition> unless = new ArrayList<>();
    Map<String, String> on = new LinkedHashMap<>();
    Map<MethodModel.Direction, String> switches = new EnumMap<>(MethodModel.Direction.class);
    boolean clears = false;
    Optional<String> executor = Optional.empty();
    Optional<String> completesOn = Optional.empty();
    Optional<MethodModel.ResultUse> result = Optional.empty();
    Map<String, MethodModel.CallbackResult> gives = new LinkedHashMap<>();
    Optional<MethodModel.Failure> failure = Optional.empty();
    Optional<String> twin = Optional.empty();
    Set<MethodModel.Role> roles = EnumSet.noneOf(MethodModel.Role.class);
    Set<MethodModel.Role> notRoles = EnumSet.noneOf(MethodModel.Role.class);
    for (String word : text.isBlank() ? new String[0] : text.trim().split(" ")) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw new ModelFormatException("not a fact: " + word);
      }
      String value = word.substring(equals + 1);
      switch (word.substring(0, equals)) {
        case "effect" -> effect = Optional.of(effect(value));
        case "unless" -> unless.add(condition(value));
        case "on" -> on.put(key(value), afterKey(value));
        case "down" -> switches.put(MethodModel.Direction.DOWN, value);
        case "up" -> switches.put(MethodModel.Direction.UP, value);
        case "source" -> switches.put(MethodModel.Direction.SOURCE, value);
        case "switch" -> clears = true;
        case "executor" -> executor = Optional.of(value);
        case "completes" -> completesOn = Optional.of(value);
        case "result" -> result = Optional.of(constant(MethodModel.ResultUse.class, value));
        case "gives" ->
            gives.put(key(value), constant(MethodModel.CallbackResult.class, afterKey(value)));
        case "failure" -> failure = Optional.of(constant(MethodModel.Failure.class, value));
        case "twin" -> twin = Optional.of(value);
        case "role" -> {
          if (value.startsWith("no-")) {
            notRoles.add(constant(MethodModel.Role.class, value.substring(3)));
          } else {
            roles.add(constant(MethodModel.Role.class, value));
          }
        }
        default -> throw new ModelFormatException("not a fact: " + word);
      }
    }
    return new RowFacts(
        effect.map(e -> e.model().isEmpty() ? e : new Effect(e.model().map(m -> with(m, unless)), false)),
        on,
        switches,
        clears,
        executor,
        completesOn,
        result,
        gives,
        failure,
        twin,
        roles,
        notRoles);
  }

  private static EffectModel with(EffectModel model, List<Condition> unless) {
    return new EffectModel(model.kind(), model.what(), model.certainty(), unless);
  }

  private static Effect effect(String text) {
    if (text.equals("safe")) {
      return Effect.SAFE;
    }
    if (text.equals("none")) {
      return Effect.NONE;
    }
    String[] parts = text.split(":");
    if (parts.length != 3) {
      throw new ModelFormatException("not an effect: " + text);
    }
    return new Effect(
        Optional.of(
            new EffectModel(
                constant(EffectModel.Kind.class, parts[0]),
                parts[2],
                constant(Certainty.class, parts[1]),
                List.of())),
        false);
  }

  private static Condition condition(String text) {
    if (text.equals("done")) {
      return new Condition.ReceiverDone();
    }
    String[] parts = text.split(":", 3);
    if (parts.length == 3 && parts[0].equals("is")) {
      return new Condition.HasType(Integer.parseInt(parts[1]), List.of(parts[2].split(",")));
    }
    if (parts.length == 3 && parts[0].equals("const")) {
      return new Condition.IsConstant(Integer.parseInt(parts[1]), parts[2]);
    }
    throw new ModelFormatException("not a condition: " + text);
  }

  private static String key(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new ModelFormatException("without key: " + text);
    }
    return text.substring(0, colon);
  }

  private static String afterKey(String text) {
    return text.substring(text.indexOf(':') + 1);
  }

  static <E extends Enum<E>> E constant(Class<E> type, String text) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(
          text + " is no " + type.getSimpleName().toLowerCase(Locale.ROOT));
    }
  }

  /** Builds the model of one method from rows, the least specific first. */
  static final class Merge {
    private final MethodRef method;
    private final Function<String, Optional<NamedContext>> contexts;
    private Effect effect = Effect.NONE;
    private final Map<Integer, ContextSpec> on = new TreeMap<>();
    private final Map<MethodModel.Direction, ContextSpec> switches =
        new EnumMap<>(MethodModel.Direction.class);
    private Optional<ContextSpec> executor = Optional.empty();
    private Optional<ContextSpec> completesOn = Optional.empty();
    private MethodModel.ResultUse result = MethodModel.ResultUse.UNSTATED;
    private final Map<Integer, MethodModel.CallbackResult> gives = new TreeMap<>();
    private MethodModel.Failure failure = MethodModel.Failure.PASSED_ON;
    private Optional<String> flatTwin = Optional.empty();
    private final Set<MethodModel.Role> roles = EnumSet.noneOf(MethodModel.Role.class);

    Merge(MethodRef method, Function<String, Optional<NamedContext>> contexts) {
      this.method = method;
      this.contexts = contexts;
    }

    void add(RowFacts facts) {
      effect = facts.effect().orElse(effect);
      perParameter(facts.on())
          .forEach((i, text) -> SpecText.resolve(text, method, contexts).ifPresent(s -> on.put(i, s)));
      gives.putAll(perParameter(facts.gives()));
      if (facts.clearsSwitches()) {
        switches.clear();
      }
      facts
          .switches()
          .forEach(
              (direction, text) ->
                  SpecText.resolve(text, method, contexts)
                      .ifPresent(spec -> switches.put(direction, spec)));
      executor = facts.executor().flatMap(t -> SpecText.resolve(t, method, contexts)).or(() -> executor);
      completesOn =
          facts.completesOn().flatMap(t -> SpecText.resolve(t, method, contexts)).or(() -> completesOn);
      result = facts.result().orElse(result);
      failure = facts.failure().orElse(failure);
      flatTwin = facts.flatTwin().or(() -> flatTwin);
      roles.addAll(facts.roles());
      roles.removeAll(facts.notRoles());
    }

    MethodModel build() {
      return new MethodModel(
          effect.model(),
          effect.safe(),
          on,
          switches.entrySet().stream()
              .map(e -> new MethodModel.Switch(e.getKey(), e.getValue()))
              .toList(),
          executor,
          completesOn,
          result,
          gives,
          failure,
          flatTwin,
          roles);
    }

    /** The values by index: {@code *} for every parameter that can be a function, then types, then indices. */
    private <T> Map<Integer, T> perParameter(Map<String, T> byKey) {
      Map<Integer, T> result = new TreeMap<>();
      List<String> parameters = method.parameters();
      for (int rank = 0; rank < 3; rank++) {
        for (Map.Entry<String, T> entry : byKey.entrySet()) {
          String key = entry.getKey();
          if (rank != (key.equals("*") ? 0 : Character.isDigit(key.charAt(0)) ? 2 : 1)) {
            continue;
          }
          for (int i = 0; i < parameters.size(); i++) {
            boolean selected =
                switch (rank) {
                  case 0 -> canBeFunction(parameters.get(i));
                  case 1 -> Selector.sameType(key, parameters.get(i));
                  default -> key.equals(Integer.toString(i));
                };
            if (selected) {
              result.put(i, entry.getValue());
            }
          }
        }
      }
      return result;
    }

    /** Cheap and generous: a caller asks only for arguments that are functions. */
    private static boolean canBeFunction(String type) {
      return type.indexOf('.') > 0
          && !type.endsWith("]")
          && !type.endsWith(".Executor")
          && !type.startsWith("java.time.")
          && (!type.startsWith("java.lang.") || type.equals("java.lang.Runnable"));
    }
  }
}
