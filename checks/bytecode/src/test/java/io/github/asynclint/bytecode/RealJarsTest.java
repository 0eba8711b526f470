package io.github.asynclint.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.FactsText;
import io.github.asynclint.engine.facts.FactsValidator;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program.Origin;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

final class RealJarsTest {
  private final List<String> notes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int methods;

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private String read(BytecodeProgram program, List<String> types) {
    StringBuilder text = new StringBuilder();
    for (String type : types) {
      TypeFacts facts = program.type(type).orElseThrow();
      for (TypeFacts.Method method : facts.methods()) {
        Optional<MethodCode> code = program.code(method.ref());
        code.ifPresent(one -> problems.addAll(FactsValidator.problems(one)));
        code.ifPresent(one -> text.append(FactsText.print(one)));
        methods += code.isPresent() ? 1 : 0;
      }
    }
    return text.toString();
  }

  @Test
  void factsOfLibrariesAreSound() throws URISyntaxException {
    List<Path> jars = List.of(jarOf(Assertions.class), jarOf(ClassReader.class), jarOf(Test.class));
    try (ClassPath path = ClassPath.open(jars, List.of(), notes::add)) {
      read(BytecodeProgram.of(path, notes::add), path.programTypes());
    }
    assertThat(problems).isEmpty();
    assertThat(notes).isEmpty();
    assertThat(methods).isGreaterThan(10_000);
  }

  @Test
  void factsOfThePlatformsConcurrencyAreSound() throws IOException {
    List<String> types = new ArrayList<>();
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    try (Stream<Path> files = Files.walk(modules.resolve("java/util"))) {
      files
          .map(file -> modules.relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
          .sorted()
          .forEach(types::add);
    }
    try (ClassPath path = ClassPath.open(List.of(), List.of(), notes::add)) {
      ClassSource platformAsProgram =
          new ClassSource() {
            @Override
            public Optional<byte[]> bytes(String name) {
              return path.bytes(name);
            }

            @Override
            public Origin origin(String name) {
              return Origin.PROGRAM;
            }
          };
      read(BytecodeProgram.of(platformAsProgram, notes::add), types);
    }
    assertThat(problems).isEmpty();
    assertThat(notes).isEmpty();
    assertThat(methods).isGreaterThan(8_000);
  }

  @Test
  void factsDoNotDependOnTheOrderOfQuestions() throws URISyntaxException {
    List<Path> jars = List.of(jarOf(ClassReader.class));
    try (ClassPath path = ClassPath.open(jars, List.of(), notes::add)) {
      List<String> types = path.programTypes();
      List<String> reversed = new ArrayList<>(types);
      Collections.reverse(reversed);
      BytecodeProgram first = BytecodeProgram.of(path, notes::add);
      BytecodeProgram second = BytecodeProgram.of(path, notes::add);
      read(second, reversed);
      assertThat(read(first, types)).isEqualTo(read(second, types)).isNotEmpty();
    }
  }
}
