package io.github.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RulesAndExplainTest {
  @Test
  void listsTheRules() {
    Run run = Run.of("rules");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsPattern("(?m)^RULE +TIER +SECTION +FINDS$")
        .containsPattern("(?m)^UnawaitedFuture +1/3 +Results nobody looks at +A future is dropped")
        .containsPattern("(?m)^BlockingCallInAsyncContext +1/2 +Blocking the runtime ");
  }

  @Test
  void explainsARule() {
    Run run = Run.of("explain", "UnawaitedFuture");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("# UnawaitedFuture");
  }

  @Test
  void guessesTheRuleThatWasMeant() {
    Run run = Run.of("explain", "unawaitedfutures");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly(
            "asynclint: unknown rule: unawaitedfutures; did you mean UnawaitedFuture?");
  }

  @Test
  void tellsItsVersionAndHelp() {
    assertThat(Run.of("--version").out().strip())
        .isEqualTo("asynclint " + System.getProperty("asynclint.version"));
    assertThat(Run.of("--help").out()).contains("check", "rules", "explain");
    assertThat(Run.of("check", "--help").out())
        .contains("--classpath", "--enable-all", "--baseline", "--fail-on", "Exit codes:");
  }
}
