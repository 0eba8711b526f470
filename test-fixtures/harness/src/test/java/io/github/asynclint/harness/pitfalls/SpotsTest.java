package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.colors.Spot;
import io.github.asynclint.engine.colors.Spots;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.Resolution;
import io.github.asynclint.rules.models.ShippedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Is what stands at a place of a file found there? */
@ExtendWith(Harness.Provider.class)
final class SpotsTest {
  private String text = "";
  private Spots spots = new Spots(List.of(), "");

  @BeforeEach
  void read(Harness harness) {
    SampleProject project = new SampleProject(harness.fixtures());
    read(project.sources(), "com/example/webshop/shop/CheckoutRoutes", harness);
  }

  private void read(Sources sources, String file, Harness harness) {
    text = sources.texts().get(file + ".java");
    try (ClassPath libraries = new SampleProject(harness.fixtures()).libraries(note -> {})) {
      Program program = Seats.source(sources, libraries, note -> {});
      Models models = ShippedModels.load().bind(program);
      List<Callable> code = new ArrayList<>();
      new Resolution(program, models)
          .bodies()
          .ofType(file.replace('/', '.'))
          .forEach(body -> code.add(body.callable()));
      spots = new Spots(code, text);
    }
  }

  @Test
  void namesOfMethodsAndConstructors() {
    assertThat(at("private void [order](RoutingContext")).isInstanceOf(Spot.Declaration.class);
    assertThat(at("void [register](Router")).isInstanceOf(Spot.Declaration.class);
    assertThat(at("  [CheckoutRoutes](\n")).isInstanceOf(Spot.Declaration.class);
  }

  @Test
  void headsOfLambdasInsideOneAnother() {
    Spot outer = at("onSuccess(\n            [cents ->] {");
    Spot inner = at("compose(\n            [all ->]\n");

    assertThat(outer).isInstanceOf(Spot.Declaration.class);
    assertThat(outer.body().method().name()).isEqualTo("order");
    assertThat(outer.body().isLambda()).isTrue();
    assertThat(inner.body().method().name()).isEqualTo("reserveAll");
  }

  @Test
  void referencesAndCalls() {
    Spot reference = at("handler([this::order])");
    Spot call = at("coupons.[discount](coupon(rc))");
    Spot inLambda = at("compose(discount -> [save](order");

    assertThat(reference).isInstanceOf(Spot.Reference.class);
    assertThat(call).isInstanceOf(Spot.Call.class);
    assertThat(((Spot.Call) call).call().target().name()).isEqualTo("discount");
    assertThat(inLambda.body().isLambda()).isTrue();
  }

  @Test
  void methodsOfAnonymousClassesThatCountAsLambdas(Harness harness) {
    Map<String, String> file =
        Map.of(
            "shop/Orders.java",
            """
            package shop;
            class Orders {
              Runnable task = new Runnable() {
                @Override
                public void run() {
                  System.gc();
                }
              };
            }
            """);
    read(new Sources(new TreeMap<>(file)), "shop/Orders", harness);

    Spot run = at("void [run]()");

    assertThat(run).isInstanceOf(Spot.Declaration.class);
    assertThat(run.body().isLambda()).isTrue();
  }

  @Test
  void nothingElse() {
    assertThat(spots.at(text.indexOf("final class"))).isEmpty();
    assertThat(spots.at(text.indexOf("long cents = "))).isEmpty();
    assertThat(spots.at(text.length() + 10)).isEmpty();
  }

  /** What stands at both ends of the brackets, which are not in the text; its span is what they hold. */
  private Spot at(String marked) {
    int start = text.indexOf(marked.replace("[", "").replace("]", "")) + marked.indexOf('[');
    int end = start + marked.indexOf(']') - marked.indexOf('[') - 1;
    assertThat(spots.at(start)).isPresent().isEqualTo(spots.at(end - 1));
    assertThat(spots.at(start).get().span()).isEqualTo(new Span(start, end));
    return spots.at(start).get();
  }
}
