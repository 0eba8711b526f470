package io.github.asynclint.bytecode;

import io.github.asynclint.engine.program.Program.Origin;
import java.util.List;
import java.util.Optional;

/** Where do the bytes of a class come from? What a host offers; all names are binary names. */
public interface ClassSource {
  /** The class file; empty where there is none. */
  Optional<byte[]> bytes(String name);

  Origin origin(String name);

  /** All classes under analysis, sorted; empty where the host has no such list. */
  default List<String> programTypes() {
    return List.of();
  }
}
