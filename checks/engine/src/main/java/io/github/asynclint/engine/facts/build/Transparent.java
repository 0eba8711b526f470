package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which calls are no event, because the compiler adds or drops them as it likes? */
public final class Transparent {
  private static final Map<String, String> BOXES =
      Map.of(
          "java.lang.Boolean", "boolean",
          "java.lang.Byte", "byte",
          "java.lang.Character", "char",
          "java.lang.Short", "short",
          "java.lang.Integer", "int",
          "java.lang.Long", "long",
          "java.lang.Float", "float",
          "java.lang.Double", "double");
  private static final Set<String> UNBOX =
      Set.of(
          "booleanValue",
          "byteValue",
          "charValue",
          "shortValue",
          "intValue",
          "longValue",
          "floatValue",
          "doubleValue");

  private Transparent() {}

  public static boolean isBoxing(MethodRef target, boolean isStatic) {
    String primitive = BOXES.get(target.owner());
    return primitive != null
        && isStatic
        && target.name().equals("valueOf")
        && target.parameters().equals(List.of(primitive));
  }

  public static boolean isUnboxing(MethodRef target) {
    return BOXES.containsKey(target.owner())
        && UNBOX.contains(target.name())
        && target.parameters().isEmpty();
  }

  /** {@code Objects.requireNonNull(Object)} as a statement: the compiler inserts it as well. */
  public static boolean isNullCheck(MethodRef target, Want want) {
    return want.sink() == Event.Sink.STATEMENT
        && target.owner().equals("java.util.Objects")
        && target.name().equals("requireNonNull")
        && target.parameters().size() == 1;
  }
}
