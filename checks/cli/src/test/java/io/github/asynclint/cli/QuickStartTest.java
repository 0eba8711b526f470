package io.github.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which command lines start once more, and how? */
final class QuickStartTest {
  @Test
  void keepsTheUsersOptionsAndArguments() {
    assertThat(QuickStart.quick("java", List.of("-Xmx2g", "-jar", "asynclint.jar", "check", "a b")))
        .contains(
            List.of(
                "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx2g",
                "-jar",
                "asynclint.jar",
                "check",
                "a b"));
  }

  @Test
  void leavesAloneWhatTheUserChose() {
    for (String option :
        List.of("-XX:TieredStopAtLevel=4", "-XX:+UseG1GC", "-agentlib:jdwp", "-XX:-TieredCompilation")) {
      assertThat(QuickStart.quick("java", List.of(option, "-jar", "a.jar", "rules"))).isEmpty();
    }
  }

  @Test
  void doesNothingWhereTheJarWasNotStarted() {
    assertThat(QuickStart.quick("java", List.of("-cp", "a.jar", "Main", "rules"))).isEmpty();
    assertThat(
            QuickStart.quick("java", List.of("-jar", "a.jar", "check", "-XX:+UseG1GC"))
                .orElseThrow())
        .endsWith("check", "-XX:+UseG1GC");
  }
}
