package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/** Which regions does a body have, and in which ones does each instruction stand? */
final class Regions {
  private enum Kind {
    BRANCH,
    LOOP,
    LOCK,
    TRY,
    CATCH,
    FINALLY
  }

  /** A region before it has an id: {@code at} is the jump, the monitorenter or the handler. */
  private static final class Draft {
    final Kind kind;
    final BitSet inside;
    final int first;
    final int size;
    final int at;
    boolean outcome;
    List<String> types = List.of();
    Draft tried;
    int id;

    Draft(Kind kind, BitSet inside, int at) {
      this.kind = kind;
      this.inside = inside;
      this.first = inside.nextSetBit(0);
      this.size = inside.cardinality();
      this.at = at;
    }
  }

  private final Code code;
  private final Desugaring desugaring;
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<Integer, Integer> caught = new HashMap<>();
  private final List<int[]> loops = new ArrayList<>();
  private final Map<BitSet, List<Integer>> lists = new HashMap<>();

  /** The regions of a body without jumps and handlers. */
  Regions(Code code, Desugaring desugaring) {
    this.code = code;
    this.desugaring = desugaring;
  }

  Regions(
      Code code, ControlFlow flow, TryStructure structure, Desugaring desugaring, BitSet events) {
    this.code = code;
    this.desugaring = desugaring;
    addTries(structure);
    addLoops(flow, structure, events);
    for (int i = 0; i < code.size(); i++) {
      if (!code.reachable(i) || structure.copies().isDropped(i) || desugaring.isDropped(i)) {
        continue;
      }
      int opcode = code.opcode(i);
      if (opcode == Opcodes.MONITORENTER) {
        add(new Draft(Kind.LOCK, Monitors.held(code, flow, i), i));
      } else if (Code.isJump(opcode)) {
        addBranches(flow, i, events);
      } else if (Desugaring.isSwitch(opcode)) {
        for (int target : flow.targets(i)) {
          addBranch(flow, i, target, true, events);
        }
      }
    }
    drafts.sort(
        Comparator.comparingInt((Draft draft) -> draft.first)
            .thenComparingInt(draft -> -draft.size)
            .thenComparing(draft -> draft.kind));
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      draft.id = i;
      if (draft.kind == Kind.CATCH) {
        caught.put(draft.at, i);
      }
    }
  }

  private void add(Draft draft) {
    if (draft.size > 0) {
      drafts.add(draft);
    }
  }

  private BitSet range(int from, int to) {
    BitSet set = new BitSet(code.size());
    set.set(from, Math.max(from + 1, Math.min(to, code.size())));
    return set;
  }

  private void addTries(TryStructure structure) {
    for (TryStructure.Statement statement : structure.statements()) {
      Draft tried = new Draft(Kind.TRY, range(statement.start, statement.end), 0);
      add(tried);
      for (TryStructure.Clause clause : statement.clauses) {
        Draft draft = new Draft(Kind.CATCH, range(clause.handler(), clause.end()), clause.handler());
        draft.types = clause.types();
        draft.tried = tried;
        add(draft);
      }
      TryStructure.After after = statement.after;
      if (after != null) {
        Draft draft = new Draft(Kind.FINALLY, range(after.first(), after.end()), after.handler());
        draft.tried = tried;
        add(draft);
      }
    }
  }

  private void addLoops(ControlFlow flow, TryStructure structure, BitSet events) {
    for (int[] loop : flow.loops()) {
      for (TryStructure.Statement statement : structure.statements()) {
        // The last statement of a loop may end behind the last jump back.
        boolean starts = statement.start >= loop[0] && statement.start < loop[1];
        if (starts && statement.end < loop[1]) {
          loop[1] = Math.max(loop[1], statement.last());
        }
      }
      BitSet inside = range(loop[0], loop[1]);
      if (inside.intersects(events)) {
        loops.add(loop);
        add(new Draft(Kind.LOOP, inside, loop[0]));
      }
    }
  }

  private void addBranches(ControlFlow flow, int jump, BitSet events) {
    int target = flow.targets(jump)[0];
    if (flow.blockOf(target) != flow.blockOf(jump + 1)) {
      addBranch(flow, jump, jump + 1, false, events);
      addBranch(flow, jump, target, true, events);
    }
  }

  /** {@code taken} is whether control jumps; what leaves the loop is no branch of its condition. */
  private void addBranch(ControlFlow flow, int jump, int target, boolean taken, BitSet events) {
    int[] around = null;
    for (int[] loop : loops) {
      boolean contains = loop[0] <= jump && jump < loop[1];
      if (contains && (around == null || loop[1] - loop[0] < around[1] - around[0])) {
        around = loop;
      }
    }
    if (around != null && (target < around[0] || target >= around[1])) {
      return;
    }
    int from = flow.blockOf(jump);
    boolean isCase = Desugaring.isSwitch(code.opcode(jump)) && !desugaring.isDefault(jump, target);
    BitSet inside =
        isCase
            ? flow.inCase(from, flow.blockOf(target))
            : flow.after(from, flow.blockOf(target));
    if (around != null) {
      inside.and(range(around[0], around[1]));
    }
    if (inside.intersects(events)) {
      Draft draft = new Draft(Kind.BRANCH, inside, jump);
      draft.outcome = taken;
      add(draft);
    }
  }

  /** The region of each catch clause by its handler. */
  Map<Integer, Integer> caught() {
    return caught;
  }

  List<Integer> around(int index) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    BitSet ids = new BitSet(drafts.size());
    for (Draft draft : drafts) {
      if (draft.inside.get(index)) {
        ids.set(draft.id);
      }
    }
    return lists.computeIfAbsent(ids, set -> set.stream().boxed().toList());
  }

  List<Region> regions(Values values, Conditions conditions) {
    List<Region> regions = new ArrayList<>();
    for (Draft draft : drafts) {
      regions.add(region(draft, values, conditions));
    }
    return regions;
  }

  private Region region(Draft draft, Values values, Conditions conditions) {
    int id = draft.id;
    switch (draft.kind) {
      case LOOP:
        return new Region.Loop(id);
      case LOCK:
        Value monitor = values.operand(draft.at, 0);
        return new Region.Lock(id, monitor);
      case TRY:
        return new Region.Try(id);
      case CATCH:
        return new Region.Catch(id, draft.tried.id, draft.types);
      case FINALLY:
        return new Region.Finally(id, draft.tried.id);
      default:
        if (Desugaring.isSwitch(code.opcode(draft.at))) {
          return new Region.Branch(id, conditions.selector(draft.at), true);
        }
        Conditions.Condition condition = conditions.of(draft.at);
        return new Region.Branch(id, condition.value(), draft.outcome == condition.jumpsOn());
    }
  }
}
