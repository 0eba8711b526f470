package io.github.asynclint.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.program.Program.Origin;
import io.github.asynclint.engine.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassPathTest {
  private static final String SOURCE = "class Good { int one() { return 1; } }";

  @TempDir private Path folder;

  private final List<String> notes = new ArrayList<>();

  private Path compiled() throws IOException {
    Compiled.of(folder, SOURCE).close();
    return folder.resolve("classes");
  }

  @Test
  void findsPlatformClassesInPackagesThatSeveralModulesTouch() {
    try (ClassPath path = ClassPath.open(List.of(), List.of(), message -> {})) {
      assertThat(path.bytes("java.awt.EventQueue")).isPresent();
      assertThat(path.origin("java.awt.EventQueue")).isEqualTo(Program.Origin.PLATFORM);
    }
  }

  @Test
  void tellsWhereClassesComeFrom() throws IOException {
    Path classes = compiled();
    Path jar = folder.resolve("library.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("lib/Other.class"));
      out.write(Files.readAllBytes(classes.resolve("p/Good.class")));
      out.putNextEntry(new ZipEntry("META-INF/versions/21/lib/Newer.class"));
      out.write(1);
      out.putNextEntry(new ZipEntry("module-info.class"));
      out.write(1);
    }
    try (ClassPath path = ClassPath.open(List.of(classes), List.of(jar), notes::add)) {
      assertThat(path.programTypes()).containsExactly("p.Good");
      assertThat(path.origin("p.Good")).isEqualTo(Origin.PROGRAM);
      assertThat(path.origin("lib.Other")).isEqualTo(Origin.LIBRARY);
      assertThat(path.origin("java.util.Map$Entry")).isEqualTo(Origin.PLATFORM);
      assertThat(path.origin("java.sql.Connection")).isEqualTo(Origin.PLATFORM);
      assertThat(path.origin("lib.Newer")).isEqualTo(Origin.UNKNOWN);
      assertThat(path.origin("p.None")).isEqualTo(Origin.UNKNOWN);
      assertThat(path.origin("module-info")).isEqualTo(Origin.UNKNOWN);
      assertThat(path.bytes("java.lang.String")).isPresent();
      assertThat(path.bytes("nowhere.None")).isEmpty();
    }
    assertThat(notes).isEmpty();
  }

  @Test
  void notesWhatIsNoJarAndGoesOn() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jar"), "this is no zip file");
    Path missing = folder.resolve("missing.jar");
    List<Path> library = List.of(broken, missing);
    try (ClassPath path = ClassPath.open(List.of(compiled()), library, notes::add)) {
      assertThat(path.programTypes()).containsExactly("p.Good");
    }
    assertThat(notes).hasSize(2);
    assertThat(notes.get(0)).contains("cannot read").contains("broken.jar");
    assertThat(notes.get(1)).contains("not found").contains("missing.jar");
  }

  @Test
  void notesEachMalformedClassFileOnceAndReadsTheOthers() throws IOException {
    Path classes = compiled();
    byte[] bytes = Files.readAllBytes(classes.resolve("p/Good.class"));
    Files.write(classes.resolve("p/Short.class"), Arrays.copyOf(bytes, bytes.length / 2));
    Files.write(classes.resolve("p/Empty.class"), new byte[0]);
    byte[] future = bytes.clone();
    future[6] = 7;
    Files.write(classes.resolve("p/Future.class"), future);
    Files.write(classes.resolve("p/Renamed.class"), bytes);
    try (ClassPath path = ClassPath.open(List.of(classes), List.of(), notes::add)) {
      BytecodeProgram program = BytecodeProgram.of(path, notes::add);
      for (String name : List.of("Short", "Empty", "Future", "Renamed")) {
        MethodRef method = new MethodRef("p." + name, "one", List.of(), "int");
        assertThat(program.type("p." + name)).isEmpty();
        assertThat(program.type("p." + name)).isEmpty();
        assertThat(program.code(method)).isEmpty();
      }
      assertThat(program.code(new MethodRef("p.Good", "one", List.of(), "int"))).isPresent();
    }
    assertThat(notes).hasSize(4).allMatch(note -> note.contains("class file of p."));
  }

  @Test
  void everyTruncationOfAClassFileIsSurvived() throws IOException {
    Path classes = compiled();
    byte[] bytes = Files.readAllBytes(classes.resolve("p/Good.class"));
    for (int length = 0; length < bytes.length; length++) {
      Files.write(classes.resolve("p/Good.class"), Arrays.copyOf(bytes, length));
      List<String> found = new ArrayList<>();
      try (ClassPath path = ClassPath.open(List.of(classes), List.of(), found::add)) {
        BytecodeProgram program = BytecodeProgram.of(path, found::add);
        program.type("p.Good");
        program.code(new MethodRef("p.Good", "one", List.of(), "int"));
      }
      assertThat(found).as("cut after %s bytes", length).hasSizeLessThanOrEqualTo(1);
    }
  }
}
