package language;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntBinaryOperator;

/** Enums with fields, constant bodies and lambdas as constructor arguments. */
enum Enums {
  ADD("+", (a, b) -> Math.addExact(a, b)),
  MULTIPLY("*", Math::multiplyExact) {
    @Override
    int priority() {
      return super.priority() + 1;
    }
  },
  NEGATE("-", null) {
    private int uses;

    @Override
    int apply(int a, int b) {
      uses++;
      return Math.negateExact(a) + uses;
    }
  };

  private static final Map<Enums, String> TITLES = new EnumMap<>(Enums.class);

  static {
    for (Enums operation : values()) {
      TITLES.put(operation, operation.name().toLowerCase());
    }
  }

  private final String symbol;
  private final IntBinaryOperator operator;

  Enums(String symbol, IntBinaryOperator operator) {
    this.symbol = symbol;
    this.operator = operator;
  }

  int apply(int a, int b) {
    return operator.applyAsInt(a, b);
  }

  int priority() {
    return ordinal();
  }

  CompletableFuture<Integer> later(int a, int b) {
    return CompletableFuture.supplyAsync(() -> apply(a, b));
  }

  static Enums parse(String text) {
    return Arrays.stream(values())
        .filter(operation -> operation.symbol.equals(text))
        .findFirst()
        .orElseGet(() -> valueOf(text));
  }

  static boolean same(Enums a, Enums b) {
    return a == b || a.compareTo(ADD) == 0;
  }

  enum Plain {
    ON,
    OFF
  }
}
