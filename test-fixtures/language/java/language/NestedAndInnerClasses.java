package language;

import java.util.concurrent.CompletableFuture;

/** Static nested and inner classes, and how they reach the fields of the outer ones. */
class NestedAndInnerClasses {
  private int hits;
  private static int totalHits;

  private int hit() {
    return ++hits;
  }

  static final class Nested {
    private final NestedAndInnerClasses owner;

    Nested(NestedAndInnerClasses owner) {
      this.owner = owner;
    }

    int read() {
      return owner.hits + totalHits;
    }

    void write() {
      owner.hits = owner.hit();
      totalHits++;
    }
  }

  class Inner {
    private int hits;

    int ofOuter() {
      return NestedAndInnerClasses.this.hits + hit();
    }

    int ofInner() {
      return hits++ + this.hits;
    }

    CompletableFuture<Integer> inLambda() {
      return CompletableFuture.supplyAsync(() -> hits + NestedAndInnerClasses.this.hits);
    }

    class Innermost {
      int all() {
        return hits + NestedAndInnerClasses.this.hits + Inner.this.ofOuter();
      }
    }
  }

  Inner create() {
    return new Inner();
  }

  Inner.Innermost createInnermost(NestedAndInnerClasses other) {
    return other.new Inner().new Innermost();
  }

  int privateOfNested(Nested nested) {
    return nested.owner.hit();
  }

  static class Base {
    protected int level = 1;

    protected int climb() {
      return level++;
    }
  }

  static class Derived extends Base {
    private int level = 2;

    @Override
    protected int climb() {
      return super.climb() + super.level + level;
    }

    int viaCast() {
      return ((Base) this).level + climb();
    }
  }
}
