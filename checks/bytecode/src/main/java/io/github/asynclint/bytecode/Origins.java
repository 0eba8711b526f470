package io.github.asynclint.bytecode;

import java.util.Arrays;
import org.objectweb.asm.tree.analysis.Value;

/**
 * Where may the content of a local or stack slot come from? A sorted set of origins.
 *
 * <p>An origin is the index of the instruction that made the value, {@code -1 - slot} for what a local
 * held on entry, or {@link #HANDLER} plus the index of the handler that caught it.
 */
final class Origins implements Value {
  static final int HANDLER = 1 << 24;

  /** More origins than this are as good as none: the value is unknown. */
  private static final int MANY = 24;

  private static final int[] NONE = {};
  private static final Origins ANY1 = new Origins(1, NONE);
  private static final Origins ANY2 = new Origins(2, NONE);

  private final int size;
  private final int[] ids;

  private Origins(int size, int[] ids) {
    this.size = size;
    this.ids = ids;
  }

  static Origins one(int size, int id) {
    return new Origins(size, new int[] {id});
  }

  static Origins unknown(int size) {
    return size == 2 ? ANY2 : ANY1;
  }

  boolean isUnknown() {
    return ids.length == 0;
  }

  int count() {
    return ids.length;
  }

  int id(int index) {
    return ids[index];
  }

  /** The only origin, if it is an instruction; -1 otherwise. */
  int instruction() {
    return ids.length == 1 && ids[0] >= 0 && ids[0] < HANDLER ? ids[0] : -1;
  }

  boolean has(int id) {
    return Arrays.binarySearch(ids, id) >= 0;
  }

  Origins merge(Origins other) {
    if (this == other || isUnknown() || Arrays.equals(ids, other.ids)) {
      return this;
    }
    if (other.isUnknown() || other.size != size) {
      return ANY1;
    }
    int[] union = new int[ids.length + other.ids.length];
    int a = 0;
    int b = 0;
    int n = 0;
    while (a < ids.length || b < other.ids.length) {
      if (b == other.ids.length || a < ids.length && ids[a] < other.ids[b]) {
        union[n++] = ids[a++];
      } else {
        if (a < ids.length && ids[a] == other.ids[b]) {
          a++;
        }
        union[n++] = other.ids[b++];
      }
    }
    if (n == ids.length) {
      return this;
    }
    return n > MANY ? unknown(size) : new Origins(size, Arrays.copyOf(union, n));
  }

  @Override
  public int getSize() {
    return size;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Origins origins
            && size == origins.size
            && Arrays.equals(ids, origins.ids);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ids) + size;
  }
}
