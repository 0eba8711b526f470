package io.github.asynclint.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What does the text of a file name? Told without parsing it, from its words and the signs beside them.
 *
 * <p>Names are kept as hashes: the answer may be yes without need, but never no where it is yes.
 *
 * @param packageName empty for none
 * @param declared simple names of top-level types
 * @param nested simple names of types in others
 * @param imports qualified names and {@code package.*}, without static ones
 * @param constructors whether there are references to constructors
 * @param supertypes what types and anonymous classes in the file extend and implement, as it is written
 * @param isSure whether the top-level types are surely those: all braces have their counterparts, and nothing
 *     stands outside of types
 * @param anything whether escapes in the text may spell any name
 */
record TextNames(
    String packageName,
    Set<String> declared,
    Set<String> nested,
    List<String> imports,
    Set<String> supertypes,
    int[] hashes,
    boolean constructors,
    boolean isSure,
    boolean anything) {
  private static final int NAMED = 0;
  private static final int CALLED = 0x5bd1e995;
  private static final int CREATED = 0x1b873593;

  /** @param file the name of the file, which is that of a class if members stand outside of classes */
  static TextNames of(String file, String text) {
    Builder builder = new Builder(file);
    new TextScan(text, builder).run();
    return builder.build();
  }

  boolean names(String name) {
    return has(name, NAMED);
  }

  /** Whether a method so named may be called or referred to, also by what the compiler adds. */
  boolean calls(String name) {
    return has(name, CALLED) || implied(name).stream().anyMatch(this::names);
  }

  /** Whether the simple name may be that of a class one of whose constructors is called. */
  boolean creates(String name) {
    return has(name, CREATED) || constructors && names(name);
  }

  /** The words that make the compiler add a call of a method so named. */
  static List<String> implied(String name) {
    return switch (name) {
      case "iterator", "hasNext", "next" -> List.of("for");
      case "close" -> List.of("try");
      default -> List.of();
    };
  }

  private boolean has(String name, int kind) {
    return anything || Arrays.binarySearch(hashes, hash(name, kind)) >= 0;
  }

  private static int hash(String name, int kind) {
    return name.hashCode() * 31 ^ kind;
  }

  /** Gathers what a scan finds. */
  static final class Builder {
    private final String file;
    private final Set<Integer> hashes = new HashSet<>();
    private final Set<String> declared = new TreeSet<>();
    private final Set<String> nested = new TreeSet<>();
    private final List<String> imports = new ArrayList<>();
    private final Set<String> supertypes = new TreeSet<>();
    private String packageName = "";
    private boolean constructors;
    private boolean isSure = true;
    private boolean anything;

    Builder(String file) {
      this.file = file;
    }

    void isIn(String name) {
      packageName = name;
    }

    void declares(String name, boolean isOutermost) {
      (isOutermost ? declared : nested).add(name);
    }

    /** Any type may turn out to be an outermost one, or none of them. */
    void isUnsure() {
      isSure = false;
    }

    void imports(String name) {
      imports.add(name);
    }

    void isBelow(String name) {
      supertypes.add(name);
    }

    void names(String name) {
      hashes.add(hash(name, NAMED));
    }

    void calls(String name) {
      hashes.add(hash(name, CALLED));
    }

    void creates(String name) {
      hashes.add(hash(name, CREATED));
    }

    void refersToConstructors() {
      constructors = true;
    }

    void anything() {
      anything = true;
    }

    TextNames build() {
      if (!isSure) {
        declared.addAll(nested);
        declared.add(SourceUnit.stem(file));
      }
      return new TextNames(
          packageName,
          declared,
          nested,
          List.copyOf(imports),
          supertypes,
          hashes.stream().mapToInt(Integer::intValue).sorted().toArray(),
          constructors,
          isSure,
          anything);
    }
  }
}
