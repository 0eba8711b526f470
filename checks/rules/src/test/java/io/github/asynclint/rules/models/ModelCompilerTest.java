package io.github.asynclint.rules.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.rules.models.compiler.ModelCompiler;
import io.github.asynclint.rules.models.compiler.ModelProblem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Do problems of a model file name the line and the word that was meant? */
class ModelCompilerTest {
  private static List<String> problems(String... lines) {
    ModelCompiler.Compiled compiled =
        ModelCompiler.compile("asynclint.yaml", String.join("\n", lines), Set.of("worker"));
    assertThat(compiled.model()).isEmpty();
    return compiled.problems().stream().map(ModelProblem::toString).toList();
  }

  private static List<String> row(String row) {
    return problems(
        "format: 1",
        "library: shop",
        "methods:",
        "  - owner: shop.Stock",
        "    evidence: our own",
        "    rows:",
        "      " + row);
  }

  @Test
  void unknownWordsNameTheNearestValidOne() {
    assertThat(problems("format: 1", "library: shop", "metods: []"))
        .containsExactly("asynclint.yaml:3: unknown section 'metods'; did you mean 'methods'?");
    assertThat(row("reserve: {block: definite, kind: db}"))
        .contains("asynclint.yaml:7: unknown fact 'block'; did you mean 'blocks'?");
    assertThat(row("reserve: {blocks: definit, kind: db}"))
        .containsExactly(
            "asynclint.yaml:7: unknown certainty 'definit'; did you mean 'definite'?");
    assertThat(row("reserve: {params: {0: wroker}}"))
        .containsExactly("asynclint.yaml:7: unknown context 'wroker'; did you mean 'worker'?");
    assertThat(row("reserve: {roles: [mutate]}"))
        .containsExactly("asynclint.yaml:7: unknown role 'mutate'; did you mean 'mutates'?");
    assertThat(row("reserve: {switch: {dwn: worker}}"))
        .containsExactly("asynclint.yaml:7: unknown direction 'dwn'; did you mean 'down'?");
  }

  @Test
  void aFileAboutTheProjectOnlyNamesNoLibrary() {
    ModelCompiler.Compiled compiled =
        ModelCompiler.compile("asynclint.yaml", "format: 1\nsources: [src]\n", Set.of());
    assertThat(compiled.problems()).isEmpty();
    assertThat(problems("format: 1"))
        .containsExactly("asynclint.yaml:1: library: <name> expected");
    assertThat(problems("format: 1", "sources: [src]", "methods: []"))
        .containsExactly("asynclint.yaml:1: library: <name> expected");
    assertThat(problems("format: 1", "sources: [[src]]", "classpath: ['']"))
        .containsExactly(
            "asynclint.yaml:2: sources: a list of paths expected, such as [src/main/java]",
            "asynclint.yaml:3: classpath: a list of paths expected, such as [libs/*.jar]");
  }

  @Test
  void ofAListInActiveIfOneClassIsEnough() {
    String text =
        "format: 1\nlibrary: shop\nactive-if: [shop.Stock, [shop.Till, 'shop.{Web,App}']]\n";
    assertThat(ModelCompiler.compile("asynclint.yaml", text, Set.of()).model().get().activeIf())
        .containsExactly(List.of("shop.Stock"), List.of("shop.Till", "shop.Web", "shop.App"));
    assertThat(problems("format: 1", "library: shop", "active-if: [shop.Stock, []]"))
        .containsExactly("asynclint.yaml:3: a list of which one is needed names no class");
    assertThat(problems("format: 1", "library: shop", "active-if: [[shop.Stock, [shop.Till]]]"))
        .contains("asynclint.yaml:3: one word expected");
  }

  @Test
  void aWordThatResemblesNoneListsAll() {
    assertThat(row("reserve: {waits: likely, kind: xyzzyxyzzy}"))
        .containsExactly(
            "asynclint.yaml:7: unknown kind of waits 'xyzzyxyzzy'; valid: future, publisher");
  }

  @Test
  void everyProblemIsReported() {
    assertThat(
            problems(
                "format: 1",
                "library: shop",
                "methods:",
                "  - owner: shop.Stock",
                "    rows:",
                "      'reserve/x': {safe: true}",
                "      release: {}"))
        .containsExactly(
            "asynclint.yaml:4: evidence expected",
            "asynclint.yaml:6: selector with an arity that is no number: reserve/x",
            "asynclint.yaml:7: a row that states nothing");
  }

  @Test
  void syntaxErrorsHaveTheirLine() {
    assertThat(problems("format: 1", "library: [shop", "types: x"))
        .singleElement()
        .asString()
        .startsWith("asynclint.yaml:3: ");
    assertThat(problems("")).containsExactly("asynclint.yaml:1: a model file is a map that starts with format: 1");
    assertThat(problems("format: 1", "library: a", "library: b"))
        .singleElement()
        .asString()
        .startsWith("asynclint.yaml:3: ")
        .contains("duplicate key");
  }

  @Test
  void conditionsOutsideTheVocabularyAreExplained() {
    assertThat(row("reserve: {blocks: definite, kind: db, unless: maybe}"))
        .containsExactly(
            "asynclint.yaml:7: condition 'maybe' is none of: recv.done, recv is Type, arg0 is Type,"
                + " arg0 == constant");
    assertThat(row("reserve: {unless: recv.done, safe: true}"))
        .containsExactly("asynclint.yaml:7: unless without blocks, waits or cpu");
  }

  @Test
  void textsThatStandForMoreThanTheyAreCostOneLine() {
    assertThat(problems("a: &a [x]", "b: [*a, *a]"))
        .singleElement()
        .asString()
        .startsWith("asynclint.yaml:1: Number of aliases");
    assertThat(problems("a: &a [*a]")).hasSize(1);
    assertThat(problems("[".repeat(100_000))).hasSize(1);
  }
}
