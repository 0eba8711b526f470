package io.github.asynclint.rules.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.rules.models.compiler.MissingMembers;
import io.github.asynclint.rules.models.compiler.ModelCompiler;
import io.github.asynclint.rules.models.compiler.ModelProblem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Are names in a model that mean nothing in the library found, with their lines? */
class MissingMembersTest {
  private static final String MODEL =
      """
      format: 1
      library: mine
      types:
        - type: java.util.concurrent.CompletableFutures
          evidence: a class that is not there
          kind: future
      methods:
        - owner: java.util.concurrent.CompletableFuture
          evidence: the second is misspelt, the third has no such parameters, get is inherited
          rows:
            "join": {waits: definite, kind: future}
            "joins": {waits: definite, kind: future}
            "complete(int, int)": {result: may-ignore}
            "getClass": {result: may-ignore}
        - owner: "java.util.{List,Map}"
          evidence: each row need not stand in all owners, but in one
          rows:
            "add, put": {result: may-ignore}
            "addd": {result: may-ignore}
        - owner: java.util.**
          evidence: packages are not checked
          rows:
            "anything": {result: may-ignore}
      fields:
        - owner: java.lang.System
          evidence: err is there
          rows:
            "err": caller
            "error": caller
      """;

  @Test
  void namesWhatIsNotThere() {
    ModelCompiler.Compiled compiled = ModelCompiler.compile("mine.yaml", MODEL, Set.of());
    assertThat(compiled.problems()).isEmpty();
    MissingMembers members =
        new MissingMembers(new ClassPathProgram(MissingMembersTest.class.getClassLoader()));

    List<ModelProblem> problems = members.in("mine.yaml", compiled.mentions());

    assertThat(problems)
        .extracting(ModelProblem::toString)
        .containsExactly(
            "mine.yaml:4: no class java.util.concurrent.CompletableFutures on the class path",
            "mine.yaml:12: no method 'joins' in java.util.concurrent.CompletableFuture; did you mean"
                + " 'join'?",
            "mine.yaml:13: no method 'complete(int,int)' in java.util.concurrent.CompletableFuture;"
                + " it has other parameters",
            "mine.yaml:19: no method 'addd' in java.util.List, java.util.Map; did you mean 'add'?",
            "mine.yaml:29: no field 'error' in java.lang.System; did you mean 'err'?");
  }
}
