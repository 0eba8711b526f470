package io.github.asynclint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Are calls resolved as the compiler resolves them? */
class CallParityTest {
  @Test
  void languageCorpus() throws IOException {
    CallParity.Result result =
        CallParity.compare(
            Fixtures.sources(Fixtures.LANGUAGE), List.of(), Fixtures.classes(Fixtures.LANGUAGE));

    assertThat(result.total()).isGreaterThan(700);
    // javac compiles these two references to lambdas.
    assertThat(result.onlySource())
        .containsExactly(
            "language.MethodReferences$Louder:-1 decorate[java.lang.String]java.lang.String",
            "language.MethodReferences:-1 gather[java.lang.String[]]java.util.List");
  }

  @Test
  void pitfallFixturesWithTheirLibraries() throws IOException {
    CallParity.Result result =
        CallParity.compare(
            Fixtures.sources(Fixtures.PITFALLS),
            Fixtures.libraries(),
            Fixtures.classes(Fixtures.PITFALLS));

    assertThat(result.total()).isGreaterThan(2000);
    assertThat(result.onlySource()).as("calls that javac resolved otherwise").isEmpty();
  }
}
