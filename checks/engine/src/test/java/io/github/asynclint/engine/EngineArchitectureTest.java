package io.github.asynclint.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Is the engine free of hosts, and do its packages point one way? */
@AnalyzeClasses(
    packages = "io.github.asynclint.engine",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class EngineArchitectureTest {
  @ArchTest
  static final ArchRule NO_HOST =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.github.asynclint.engine..",
              "java.io..",
              "java.lang..",
              "java.util..",
              "java.nio.charset..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.github.asynclint.engine.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule FACTS_STAND_ALONE =
      noClasses()
          .that()
          .resideInAPackage("..engine.facts..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..engine.model..",
              "..engine.program..",
              "..engine.resolve..",
              "..engine.context..",
              "..engine.effect..",
              "..engine.rule..",
              "..engine.finding..",
              "..engine.analysis..");

  /** How facts are built is the business of adapters; what reads facts does not know it. */
  @ArchTest
  static final ArchRule BUILDING_IS_FOR_ADAPTERS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..engine.facts.build..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..engine.facts.build..");
}
