package io.github.asynclint.source.types;

import java.util.Optional;

/** Where does a class file come from? Nothing is ever loaded from it. */
@FunctionalInterface
public interface ClassBytes {
  /** The bytes of the class with that binary name. */
  Optional<byte[]> find(String binaryName);
}
