package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Event.Sink;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.LocalVariableNode;

/** What becomes of a call's result right after the call? */
final class Sinks {
  private final Code code;
  private final boolean voidLambda;

  /** The sink and the local that the result is assigned to, "" if none. */
  record Fate(Sink sink, String local) {
    static final Fate USED = new Fate(Sink.USED, "");
  }

  Sinks(Code code, boolean lambda) {
    this.code = code;
    this.voidLambda = lambda && code.method.desc.endsWith(")V");
  }

  Fate of(int call) {
    int next = code.next(call);
    while (code.opcode(next) == Opcodes.CHECKCAST
        || next < code.size() && Boxes.is(code.instructions[next])) {
      next = code.next(next);
    }
    int opcode = code.opcode(next);
    if (opcode == Opcodes.POP || opcode == Opcodes.POP2) {
      boolean isBody = voidLambda && isWholeBody(next);
      return new Fate(isBody ? Sink.VOID_LAMBDA : Sink.STATEMENT, "");
    } else if (code.isStore(next)) {
      return assigned(next);
    } else if ((opcode == Opcodes.DUP || opcode == Opcodes.DUP2) && code.isStore(code.next(next))) {
      return new Fate(Sink.USED, assigned(code.next(next)).local());
    }
    return Fate.USED;
  }

  private Fate assigned(int store) {
    if (code.stack(store, 0).count() != 1) {
      // One arm of a conditional expression.
      return Fate.USED;
    }
    LocalVariableNode variable = code.assigned(store);
    if (variable == null) {
      boolean unnamed = !code.hasVariables() && !isLoaded(store, 0, code.size());
      return unnamed ? new Fate(Sink.UNUSED_LOCAL, "") : Fate.USED;
    }
    boolean read = isRead(store, variable.name);
    return new Fate(read ? Sink.USED : Sink.UNUSED_LOCAL, variable.name);
  }

  /** javac lists a variable once for each stretch of code in which it is assigned. */
  private boolean isRead(int store, String name) {
    return code.method.localVariables.stream()
        .filter(other -> other.index == code.slot(store) && other.name.equals(name))
        .anyMatch(other -> isLoaded(store, code.index(other.start), code.index(other.end)));
  }

  private boolean isLoaded(int store, int from, int to) {
    int slot = code.slot(store);
    for (int i = from; i < to; i++) {
      if (code.isLoad(i) && code.slot(i) == slot) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the popped call is the lambda's only statement and the return stands on no later line: a
   * block's return has the line of its closing brace.
   */
  private boolean isWholeBody(int pop) {
    int end = code.next(pop);
    if (code.opcode(end) != Opcodes.RETURN || code.next(end) < code.size()) {
      return false;
    }
    if (code.line(end) > code.line(pop)) {
      return false;
    }
    for (int i = code.next(code.real(0)); i < pop; i = code.next(i)) {
      if (code.reachable(i) && code.frames[i].getStackSize() == 0) {
        return false;
      }
    }
    return true;
  }
}
