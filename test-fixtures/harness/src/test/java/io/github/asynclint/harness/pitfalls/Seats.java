package io.github.asynclint.harness.pitfalls;

import io.github.asynclint.bytecode.BytecodeProgram;
import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.bytecode.ClassSource;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.program.Program.Origin;
import io.github.asynclint.source.SourceInput;
import io.github.asynclint.source.SourceProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How does each seat read a program, outside of its host? */
final class Seats {
  private Seats() {}

  /** The program as the seat reads it; {@code classes} is the folder of the compiled sources. */
  static Program program(
      Seat seat, Sources sources, Path classes, List<Path> libraries, Notes notes) {
    return switch (seat) {
      case SPOTBUGS ->
          BytecodeProgram.of(ClassPath.open(List.of(classes), libraries, notes), notes);
      case ERROR_PRONE -> new Compilation(sources, libraries).program(notes);
      case SOURCE -> source(sources, ClassPath.open(List.of(), libraries, notes), notes);
    };
  }

  /** The program of source texts that nobody compiled. */
  static Program source(Sources sources, ClassPath libraries, Notes notes) {
    List<SourceInput> inputs = new ArrayList<>();
    sources.texts().forEach((name, text) -> inputs.add(new SourceInput(name, () -> text)));
    return SourceProgram.of(
        inputs, libraries::bytes, BytecodeProgram.of(libraries, notes), notes);
  }

  /** The program of classes that exist in memory only. */
  static Program bytecode(SortedMap<String, byte[]> classes, ClassPath libraries, Notes notes) {
    return BytecodeProgram.of(new InMemory(classes, libraries), notes);
  }

  private record InMemory(SortedMap<String, byte[]> classes, ClassPath libraries)
      implements ClassSource {
    @Override
    public Optional<byte[]> bytes(String name) {
      byte[] own = classes.get(name);
      return own == null ? libraries.bytes(name) : Optional.of(own);
    }

    @Override
    public Origin origin(String name) {
      return classes.containsKey(name) ? Origin.PROGRAM : libraries.origin(name);
    }

    @Override
    public List<String> programTypes() {
      return List.copyOf(classes.keySet());
    }
  }
}
