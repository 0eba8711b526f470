package io.github.asynclint.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Which blocks of instructions must have run before others? Blocks, their edges (those to exception
 * handlers too) and dominators.
 */
final class ControlFlow {
  private static final int[] NONE = {};

  private final Code code;
  private final int[] blockOf;
  private final int[] start;
  private final int count;
  private final int[][] successors;
  private final int[][] predecessors;
  private final int[] enter;
  private final int[] leave;

  ControlFlow(Code code) {
    this.code = code;
    BitSet leaders = leaders();
    this.count = leaders.cardinality();
    this.blockOf = new int[code.size()];
    this.start = new int[count + 1];
    int block = -1;
    for (int i = 0; i < code.size(); i++) {
      if (leaders.get(i)) {
        start[++block] = i;
      }
      blockOf[i] = block;
    }
    start[count] = code.size();
    this.successors = new int[count][];
    for (int b = 0; b < count; b++) {
      successors[b] = successors(b);
    }
    this.predecessors = invert(successors);
    this.enter = new int[count];
    this.leave = new int[count];
    dominators();
  }

  private BitSet leaders() {
    BitSet leaders = new BitSet(code.size());
    leaders.set(0);
    for (int i = 0; i < code.size(); i++) {
      int opcode = code.opcode(i);
      for (int target : targets(i)) {
        leaders.set(target);
      }
      if ((Code.isJump(opcode) || Code.ends(opcode)) && i + 1 < code.size()) {
        leaders.set(i + 1);
      }
    }
    for (TryCatchBlockNode entry : code.method.tryCatchBlocks) {
      leaders.set(code.index(entry.start));
      leaders.set(code.index(entry.end));
      leaders.set(code.index(entry.handler));
    }
    leaders.clear(code.size());
    return leaders;
  }

  /** Where a jump or switch may go, without falling through. */
  int[] targets(int index) {
    AbstractInsnNode instruction = code.instructions[index];
    if (instruction instanceof JumpInsnNode jump) {
      return new int[] {code.index(jump.label)};
    } else if (instruction instanceof TableSwitchInsnNode table) {
      return targets(table.labels, table.dflt);
    } else if (instruction instanceof LookupSwitchInsnNode lookup) {
      return targets(lookup.labels, lookup.dflt);
    }
    return NONE;
  }

  private int[] targets(List<LabelNode> labels, LabelNode other) {
    int[] targets = new int[labels.size() + 1];
    int count = 0;
    BitSet seen = new BitSet();
    for (int i = 0; i <= labels.size(); i++) {
      int target = code.index(i < labels.size() ? labels.get(i) : other);
      if (!seen.get(target)) {
        seen.set(target);
        targets[count++] = target;
      }
    }
    return Arrays.copyOf(targets, count);
  }

  private int[] successors(int block) {
    if (!code.reachable(start[block])) {
      return new int[0];
    }
    int last = start[block + 1] - 1;
    int[] targets = targets(last);
    int[] next = new int[targets.length + 1 + code.method.tryCatchBlocks.size()];
    int size = 0;
    for (int target : targets) {
      size = add(next, size, blockOf[target]);
    }
    if (!Code.ends(code.opcode(last)) && block + 1 < count) {
      size = add(next, size, block + 1);
    }
    for (TryCatchBlockNode entry : code.method.tryCatchBlocks) {
      int handler = code.index(entry.handler);
      boolean covered =
          code.index(entry.start) <= start[block] && start[block] < code.index(entry.end);
      if (covered && blockOf[handler] != block) {
        size = add(next, size, blockOf[handler]);
        if (entry.type == null || entry.type.equals("java/lang/Throwable")) {
          break;
        }
      }
    }
    return Arrays.copyOf(next, size);
  }

  private static int add(int[] blocks, int size, int block) {
    for (int i = 0; i < size; i++) {
      if (blocks[i] == block) {
        return size;
      }
    }
    blocks[size] = block;
    return size + 1;
  }

  private static int[][] invert(int[][] edges) {
    int[] sizes = new int[edges.length];
    for (int[] to : edges) {
      for (int block : to) {
        sizes[block]++;
      }
    }
    int[][] inverse = new int[edges.length][];
    Arrays.setAll(inverse, block -> new int[sizes[block]]);
    for (int from = 0; from < edges.length; from++) {
      for (int block : edges[from]) {
        inverse[block][--sizes[block]] = from;
      }
    }
    return inverse;
  }

  /** Cooper, Harvey and Kennedy: a simple, fast dominance algorithm. */
  private void dominators() {
    int[] order = new int[count];
    int[] position = new int[count];
    Arrays.fill(position, -1);
    int reached = postorder(order, position);
    int[] idom = new int[count];
    Arrays.fill(idom, -1);
    idom[0] = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = reached - 2; i >= 0; i--) {
        int block = order[i];
        int best = -1;
        for (int before : predecessors[block]) {
          if (idom[before] >= 0) {
            best = best < 0 ? before : common(best, before, idom, position);
          }
        }
        if (best != idom[block]) {
          idom[block] = best;
          changed = true;
        }
      }
    }
    number(idom, order, reached);
  }

  private static int common(int a, int b, int[] idom, int[] position) {
    while (a != b) {
      while (position[a] < position[b]) {
        a = idom[a];
      }
      while (position[b] < position[a]) {
        b = idom[b];
      }
    }
    return a;
  }

  private int postorder(int[] order, int[] position) {
    int[] stack = new int[count];
    int[] next = new int[count];
    boolean[] seen = new boolean[count];
    int depth = 0;
    int done = 0;
    stack[0] = 0;
    seen[0] = true;
    while (depth >= 0) {
      int block = stack[depth];
      if (next[block] < successors[block].length) {
        int to = successors[block][next[block]++];
        if (!seen[to]) {
          seen[to] = true;
          stack[++depth] = to;
        }
      } else {
        position[block] = done;
        order[done++] = block;
        depth--;
      }
    }
    return done;
  }

  /** Numbers the dominator tree so that a block's subtree is a range of numbers. */
  private void number(int[] idom, int[] order, int reached) {
    int[] size = new int[count];
    for (int i = 0; i < reached - 1; i++) {
      size[order[i]]++;
      size[idom[order[i]]] += size[order[i]];
    }
    Arrays.fill(enter, -1);
    enter[0] = 0;
    leave[0] = reached;
    int[] free = new int[count];
    free[0] = 1;
    for (int i = reached - 2; i >= 0; i--) {
      int block = order[i];
      int parent = idom[block];
      enter[block] = free[parent];
      leave[block] = enter[block] + size[block];
      free[parent] = leave[block];
      free[block] = enter[block] + 1;
    }
  }

  private boolean dominates(int above, int below) {
    return enter[above] >= 0 && enter[above] <= enter[below] && enter[below] < leave[above];
  }

  int blockOf(int index) {
    return blockOf[index];
  }

  /** The instructions that run only after control went from one block straight to another. */
  BitSet after(int from, int to) {
    if (to == 0) {
      // The first block runs when the method begins.
      return new BitSet();
    }
    for (int before : predecessors[to]) {
      if (before != from && !dominates(to, before)) {
        return new BitSet();
      }
    }
    return from == to ? new BitSet() : dominated(to);
  }

  /** The instructions that run only after a switch chose that case, or a case fell through to it. */
  BitSet inCase(int chooser, int to) {
    for (int before : predecessors[to]) {
      if (to == 0 || dominates(to, before) || !dominates(chooser, before)) {
        return new BitSet();
      }
    }
    return dominated(to);
  }

  private BitSet dominated(int block) {
    BitSet set = new BitSet(code.size());
    for (int b = 0; b < count; b++) {
      if (enter[b] >= 0 && dominates(block, b)) {
        set.set(start[b], start[b + 1]);
      }
    }
    return set;
  }

  /** The instructions that run only after control came to that one. */
  BitSet dominatedBy(int index) {
    return dominated(blockOf[index]);
  }

  /** The loops as ranges of instructions: from where they start again to where they go back. */
  List<int[]> loops() {
    int[] last = new int[count];
    Arrays.fill(last, -1);
    for (int from = 0; from < count; from++) {
      for (int to : successors[from]) {
        if (dominates(to, from) && start[from + 1] > start[to]) {
          last[to] = Math.max(last[to], start[from + 1]);
        }
      }
    }
    List<int[]> loops = new ArrayList<>();
    for (int block = 0; block < count; block++) {
      if (last[block] > start[block]) {
        loops.add(new int[] {start[block], last[block]});
      }
    }
    return loops;
  }

  /** The instructions from {@code first} on that are reached without passing one of {@code stops}. */
  BitSet reach(int first, BitSet stops) {
    BitSet reached = new BitSet(code.size());
    BitSet work = new BitSet(code.size());
    work.set(first);
    for (int i = work.nextSetBit(0); i >= 0; i = work.nextSetBit(0)) {
      work.clear(i);
      if (reached.get(i) || !code.reachable(i)) {
        continue;
      }
      reached.set(i);
      if (stops.get(i)) {
        continue;
      }
      for (int target : targets(i)) {
        work.set(target);
      }
      if (!Code.ends(code.opcode(i)) && i + 1 < code.size()) {
        work.set(i + 1);
      }
      if (i == start[blockOf[i]] || i == first) {
        for (int to : successors[blockOf[i]]) {
          if (isHandler(start[to])) {
            work.set(start[to]);
          }
        }
      }
    }
    reached.andNot(stops);
    return reached;
  }

  private boolean isHandler(int index) {
    for (TryCatchBlockNode entry : code.method.tryCatchBlocks) {
      if (code.index(entry.handler) == index) {
        return true;
      }
    }
    return false;
  }
}
