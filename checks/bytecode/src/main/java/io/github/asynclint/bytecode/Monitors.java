package io.github.asynclint.bytecode;

import java.util.BitSet;
import org.objectweb.asm.Opcodes;

/** Which instructions hold a monitor that a synchronized statement took? */
final class Monitors {
  private Monitors() {}

  /** Whether a handler only releases a monitor and throws on. */
  static boolean isRelease(Code code, int handler) {
    int store = code.real(handler);
    int load = code.next(store);
    int exit = code.next(load);
    int reload = code.next(exit);
    return code.opcode(store) == Opcodes.ASTORE
        && code.opcode(load) == Opcodes.ALOAD
        && code.opcode(exit) == Opcodes.MONITOREXIT
        && code.opcode(reload) == Opcodes.ALOAD
        && code.opcode(code.next(reload)) == Opcodes.ATHROW;
  }

  /** What is written inside the synchronized statement that takes its monitor there. */
  static BitSet held(Code code, ControlFlow flow, int enter) {
    int slot = code.slot(code.previous(enter));
    int handler = slot < 0 ? -1 : releaseOf(code, enter, slot);
    if (handler >= 0) {
      BitSet held = new BitSet(code.size());
      held.set(enter + 1, handler);
      return held;
    }
    BitSet exits = new BitSet();
    for (int i = 0; i < code.size(); i++) {
      if (code.opcode(i) == Opcodes.MONITOREXIT
          && code.reachable(i)
          && code.stack(i, 0).equals(code.stack(enter, 0))) {
        exits.set(i);
      }
    }
    return enter + 1 < code.size() ? flow.reach(enter + 1, exits) : new BitSet();
  }

  /** The handler that releases the monitor in that local, which ends the statement; -1 if none. */
  private static int releaseOf(Code code, int enter, int slot) {
    return code.method.tryCatchBlocks.stream()
        .mapToInt(entry -> code.index(entry.handler))
        .filter(handler -> handler > enter && isRelease(code, handler))
        .filter(handler -> code.slot(code.next(code.real(handler))) == slot)
        .min()
        .orElse(-1);
  }

  /** The end of a releasing handler: past its rethrow. */
  static int end(Code code, int handler) {
    int exit = code.next(code.next(code.real(handler)));
    return code.next(code.next(exit)) + 1;
  }
}
