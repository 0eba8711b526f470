package io.github.asynclint.rules.promises;

import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which way through a body leads to where a promise is waited for, and does not complete it?
 *
 * <p>A condition keeps its outcome. Exceptions are followed into the catch clauses around a call that may
 * throw them, and not out of a body, unless thrown there.
 */
final class Paths {
  private static final int MAX_PATHS = 64;
  private static final String MISSED = "completed only on the condition of this branch";

  /** Who waits for the promise at the end of the body, and what becomes of an exception. */
  enum Role {
    /** The body makes the promise: who gets an exception does not get the promise. */
    MAKER,
    /** The body is given the promise by who waits for it, and who completes it with an exception. */
    GIVEN,
    /** A callback or task: nobody who knows of the promise gets its exception. */
    CALLBACK
  }

  /** What is known of the events of the body. */
  interface Facts {
    boolean makes(Event event);

    Cover cover(Event event);

    /** Whether the condition holds only when the promise is complete. */
    boolean tellsDone(Value condition);

    /** Whether it hands the promise to who waits for it, or waits. */
    boolean shows(Event event);

    /** Whether it may throw one of the types. */
    boolean mayThrow(Event event, List<String> types);

    /** Whether it runs code that somebody else has brought along. */
    boolean runsForeignCode(Event event);
  }

  /** A catch clause around, and the ways on which an exception gets there. */
  private record Frame(List<String> types, Set<Path> thrown) {}

  private final BodyView body;
  private final Role role;
  private final Facts facts;
  private final List<Frame> frames = new ArrayList<>();
  private final List<Hole> holes = new ArrayList<>();
  private boolean lost;

  Paths(BodyView body, Role role, Facts facts) {
    this.body = body;
    this.role = role;
    this.facts = facts;
  }

  /** The first hole, if there is one; empty too where there are too many ways to tell. */
  Optional<Hole> hole() {
    Set<Path> end = walk(Node.of(body), Set.of(Path.start(role != Role.MAKER)));
    if (role != Role.MAKER) {
      end.forEach(path -> ends(path, "ends without completing it", lastLine()));
    }
    return lost
        ? Optional.empty()
        : holes.stream()
            .filter(hole -> hole.certainty() == Certainty.DEFINITE)
            .findFirst()
            .or(() -> holes.stream().findFirst());
  }

  private int lastLine() {
    List<Event> events = body.events();
    return events.isEmpty() ? body.callable().line() : events.get(events.size() - 1).place().line();
  }

  private Set<Path> walk(List<Node> nodes, Set<Path> before) {
    Set<Path> paths = before;
    for (int i = 0; i < nodes.size() && !lost && !paths.isEmpty(); i++) {
      if (nodes.get(i) instanceof Node.Leaf leaf) {
        paths = step(leaf.event(), paths);
      } else {
        Node.Part part = (Node.Part) nodes.get(i);
        if (part.region() instanceof Region.Branch branch) {
          List<Node.Part> arms = arms(nodes, i);
          i += arms.size() - 1;
          paths = arms.size() > 1 ? select(arms, paths) : branch(part, branch, paths);
        } else if (part.region() instanceof Region.Try) {
          paths = attempt(part, handlers(nodes, part.region().id()), paths);
        } else if (part.region() instanceof Region.Loop) {
          paths = loop(part, paths);
        } else if (!(part.region() instanceof Region.Catch)) {
          paths = walk(part.children(), paths);
        }
      }
      lost |= paths.size() > MAX_PATHS;
    }
    return paths;
  }

  private Set<Path> step(Event event, Set<Path> paths) {
    Set<Path> after = new LinkedHashSet<>();
    for (Path before : paths) {
      Path path = facts.makes(event) ? before.made() : before;
      for (Frame frame : frames) {
        if (facts.mayThrow(event, frame.types())) {
          frame.thrown().add(path);
        }
      }
      if (event instanceof Event.Throw) {
        if (frames.isEmpty() && role == Role.CALLBACK) {
          ends(path, "throws before it is completed", event.place().line());
        }
        continue;
      }
      if (role == Role.CALLBACK && frames.isEmpty() && facts.runsForeignCode(event)) {
        unguarded(path, event);
      }
      path = path.with(facts.cover(event));
      boolean returns = event instanceof Event.Return;
      if (role == Role.MAKER ? facts.shows(event) : returns) {
        ends(path, "is left without completing it", event.place().line());
      }
      if (!returns) {
        after.add(path);
      }
    }
    return after;
  }

  private void unguarded(Path path, Event event) {
    if (path.live() && path.done().isNone()) {
      holes.add(
          hole("an exception of this call leaves it open", event.place().line(), Certainty.LIKELY));
    }
  }

  private void ends(Path path, String how, int line) {
    if (!path.live()) {
      return;
    }
    if (path.done().isNone()) {
      holes.add(
          path.turn()
              .map(turn -> hole(turn.text(), turn.line(), Certainty.DEFINITE))
              .orElseGet(() -> hole("this way " + how, line, Certainty.DEFINITE)));
    } else {
      path.done().open().ifPresent(holes::add);
    }
  }

  private Hole hole(String text, int line, Certainty certainty) {
    return new Hole(text, body.callable().sourceFile(), line, certainty, -1);
  }

  private Set<Path> loop(Node.Part part, Set<Path> paths) {
    Set<Path> after = new LinkedHashSet<>();
    if (part.any(facts::makes)) {
      return walk(part.children(), paths);
    } else if (covers(part)) {
      // How often it runs, and where it is left, is not known.
      paths.forEach(path -> after.add(path.with(Cover.FULL)));
      return after;
    }
    after.addAll(paths);
    after.addAll(walk(part.children(), paths));
    return after;
  }

  private boolean covers(Node part) {
    return part.any(event -> !facts.cover(event).isNone());
  }

  private Set<Path> branch(Node.Part part, Region.Branch branch, Set<Path> paths) {
    if (Gaps.inValue(branch.condition())) {
      lost |= covers(part) || part.any(event -> facts.shows(event) || event instanceof Event.Return);
      return paths;
    }
    Set<Path> inside = new LinkedHashSet<>();
    Set<Path> after = new LinkedHashSet<>();
    boolean completes = covers(part);
    int line = firstLine(part);
    Optional<Path.Turn> missed =
        completes
            ? Optional.of(new Path.Turn(MISSED, line))
            : Optional.empty();
    Optional<Path.Turn> taken =
        completes || part.children().isEmpty()
            ? Optional.empty()
            : Optional.of(new Path.Turn("this branch does not complete it", line));
    for (Path path : paths) {
      path.where(branch, true)
          .map(each -> each.equals(path) ? each.straight() : each)
          .ifPresent(each -> inside.add(done(branch, true, each.turned(taken))));
      path.where(branch, false)
          .map(each -> each.equals(path) || !completes ? each : missing(each, missed))
          .ifPresent(each -> after.add(done(branch, false, each)));
    }
    after.addAll(walk(part.children(), inside));
    return after;
  }

  /** Of several conditions one after the other, each of which completes it, one may always hold. */
  private static Path missing(Path path, Optional<Path.Turn> missed) {
    return path.turn().filter(turn -> turn.text().equals(MISSED)).isPresent()
        ? path.with(Cover.FULL)
        : path.turn().isEmpty() ? path.turned(missed) : path;
  }

  private Path done(Region.Branch branch, boolean taken, Path path) {
    boolean holds = branch.outcome() == taken;
    return holds && facts.tellsDone(branch.condition()) ? path.with(Cover.FULL) : path;
  }

  private static int firstLine(Node node) {
    return node instanceof Node.Leaf leaf
        ? leaf.event().place().line()
        : ((Node.Part) node).children().stream().mapToInt(Paths::firstLine).findFirst().orElse(0);
  }

  /** Branches on the same outcome with nothing between are the arms of a switch. */
  private static List<Node.Part> arms(List<Node> nodes, int first) {
    List<Node.Part> arms = new ArrayList<>();
    for (int i = first; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof Node.Part part
          && part.region() instanceof Region.Branch branch
          && (arms.isEmpty()
              || branch.outcome() && isSame(branch, (Region.Branch) arms.get(0).region()))) {
        arms.add(part);
      } else {
        break;
      }
    }
    return arms;
  }

  private static boolean isSame(Region.Branch one, Region.Branch other) {
    return one.outcome() == other.outcome() && one.condition().equals(other.condition());
  }

  /** An arm that ends may also fall into the next, so only the last one counts, and those that return. */
  private Set<Path> select(List<Node.Part> arms, Set<Path> paths) {
    Set<Path> after = new LinkedHashSet<>();
    for (int i = 0; i < arms.size(); i++) {
      Node.Part arm = arms.get(i);
      boolean last = i == arms.size() - 1;
      Set<Path> inside = new LinkedHashSet<>();
      Path.Turn turn = new Path.Turn("this arm of the switch does not complete it", firstLine(arm));
      paths.forEach(path -> inside.add(covers(arm) ? path : path.turned(Optional.of(turn))));
      walk(arm.children(), inside)
          .forEach(path -> after.add(last || covers(arm) ? path : path.with(Cover.FULL)));
    }
    return after;
  }

  private static List<Node.Part> handlers(List<Node> nodes, int tryId) {
    return nodes.stream()
        .filter(Node.Part.class::isInstance)
        .map(Node.Part.class::cast)
        .filter(
            part ->
                part.region() instanceof Region.Catch handler && handler.tryId() == tryId
                    || part.region() instanceof Region.Finally end && end.tryId() == tryId)
        .toList();
  }

  private Set<Path> attempt(Node.Part part, List<Node.Part> handlers, Set<Path> paths) {
    boolean completedAtEnd =
        handlers.stream()
            .anyMatch(handler -> handler.region() instanceof Region.Finally && covers(handler));
    if (completedAtEnd) {
      Set<Path> after = new LinkedHashSet<>();
      paths.forEach(path -> after.add(path.with(Cover.FULL)));
      return part.any(facts::makes) ? Set.of() : after;
    }
    List<Frame> own = new ArrayList<>();
    for (Node.Part handler : handlers) {
      if (handler.region() instanceof Region.Catch clause) {
        own.add(new Frame(clause.types(), new LinkedHashSet<>()));
      }
    }
    int around = frames.size();
    frames.addAll(own);
    Set<Path> after = new LinkedHashSet<>(walk(part.children(), paths));
    frames.subList(around, frames.size()).clear();
    int next = 0;
    for (Node.Part handler : handlers) {
      if (handler.region() instanceof Region.Catch clause) {
        after.addAll(caught(handler, clause, own.get(next++).thrown()));
      }
    }
    return after;
  }

  private Set<Path> caught(Node.Part handler, Region.Catch clause, Collection<Path> thrown) {
    String types = String.join(" | ", clause.types().stream().map(Names::simple).toList());
    int line = handler.children().isEmpty() ? tryLine(clause.tryId()) : firstLine(handler);
    Optional<Path.Turn> turn =
        covers(handler)
            ? Optional.empty()
            : Optional.of(new Path.Turn("the catch of " + types + " does not complete it", line));
    Set<Path> inside = new LinkedHashSet<>();
    thrown.forEach(path -> inside.add(path.turned(turn)));
    return walk(handler.children(), inside);
  }

  private int tryLine(int tryId) {
    return body.events().stream()
        .filter(event -> event.place().regions().contains(tryId))
        .map(event -> event.place().line())
        .findFirst()
        .orElse(0);
  }
}
