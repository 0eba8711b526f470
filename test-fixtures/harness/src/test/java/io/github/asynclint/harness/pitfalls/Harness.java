package io.github.asynclint.harness.pitfalls;

import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The fixtures and each seat's outcome over them, worked out once for all tests that ask. */
final class Harness {
  private final Fixtures fixtures = Fixtures.load();
  private final Map<Seat, Outcome> outcomes = new EnumMap<>(Seat.class);

  Fixtures fixtures() {
    return fixtures;
  }

  synchronized Outcome outcome(Seat seat) {
    Outcome outcome = outcomes.get(seat);
    if (outcome == null) {
      List<String> notes = new ArrayList<>();
      Program program =
          Seats.program(
              seat, fixtures.sources(), fixtures.classes(), fixtures.libraries(), notes::add);
      outcome = Outcome.ofPackages(seat, program, fixtures.packages(), fixtures.rules(), notes);
      outcomes.put(seat, outcome);
    }
    return outcome;
  }

  Comparison comparison(Seat seat) {
    return Comparison.of(seat, fixtures, outcome(seat).findings());
  }

  /** Hands the one harness of a test run to the tests. */
  static final class Provider implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Harness.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(Harness.class))
          .getOrComputeIfAbsent(Harness.class);
    }
  }
}
