package io.github.asynclint.source.types;

import java.util.Optional;

/** Which classes are there? Source goes before class files. */
public interface ClassTable {
  Optional<ClassInfo> find(String binaryName);
}
