package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.CallSpans;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a source file does code stand that has a color? */
public final class Spots {
  private final List<Callable> code;
  private final String text;
  private final List<Integer> lines = new ArrayList<>();
  private final List<Spot> spots = new ArrayList<>();

  /**
   * @param code the bodies of the classes in the file
   * @param text the file's text, from which the bodies were read
   */
  public Spots(List<Callable> code, String text) {
    this.code = List.copyOf(code);
    this.text = text;
    Matcher ends = Pattern.compile("\r\n?|\n").matcher(text);
    lines.add(0);
    while (ends.find()) {
      lines.add(ends.end());
    }
    for (Callable each : code) {
      name(each).ifPresent(span -> spots.add(new Spot.Declaration(span, each.id())));
      each.body().events().forEach(event -> add(each.id(), event));
    }
    // A field's initializer stands in every constructor.
    Set<Span> seen = new HashSet<>();
    spots.removeIf(spot -> !seen.add(spot.span()));
    spots.sort(Comparator.comparingInt(spot -> spot.span().start()));
  }

  /** In the order of the text. */
  public List<Spot> all() {
    return List.copyOf(spots);
  }

  /** What stands there; the innermost, where one is inside another. */
  public Optional<Spot> at(int offset) {
    return spots.stream()
        .filter(spot -> spot.span().start() <= offset && offset < spot.span().end())
        .min(Comparator.comparingInt(spot -> spot.span().end() - spot.span().start()));
  }

  private void add(CallableId body, Event event) {
    if (event instanceof Event.Call call) {
      call.spans()
          .map(CallSpans::name)
          .ifPresent(span -> spots.add(new Spot.Call(span, body, call)));
    } else if (event instanceof Event.FunctionObject function && function.span().isPresent()) {
      Span span = function.span().get();
      if (function.code() instanceof Event.Code.LambdaBody lambda) {
        CallableId id = lambda.callable();
        (text.startsWith("new ", span.start()) ? methodOf(id) : head(span))
            .ifPresent(head -> spots.add(new Spot.Declaration(head, id)));
      } else {
        spots.add(new Spot.Reference(span, body, function));
      }
    }
  }

  /** A lambda up to its arrow. */
  private Optional<Span> head(Span lambda) {
    int arrow = text.indexOf("->", lambda.start());
    return arrow >= 0 && arrow < lambda.end()
        ? Optional.of(new Span(lambda.start(), arrow + 2))
        : Optional.empty();
  }

  /** The one method of an anonymous class that counts as a lambda. */
  private Optional<Span> methodOf(CallableId lambda) {
    return code.stream()
        .filter(each -> each.id().equals(lambda))
        .findFirst()
        .flatMap(each -> inLine(each.line(), "[\\w$]+(?=\\s*\\()"));
  }

  /** The declared name: the first of its line with parameters, or with the block of a record's constructor. */
  private Optional<Span> name(Callable callable) {
    MethodRef method = callable.id().method();
    String name = method.isConstructor() ? simple(method.owner()) : method.name();
    return callable.id().isLambda()
        ? Optional.empty()
        : inLine(callable.line(), Pattern.quote(name) + "(?=\\s*(?:[({]|$))");
  }

  private Optional<Span> inLine(int line, String name) {
    if (line < 1 || line > lines.size()) {
      return Optional.empty();
    }
    int start = lines.get(line - 1);
    int end = line < lines.size() ? lines.get(line) : text.length();
    Matcher matcher =
        Pattern.compile("(?<![\\w.$])" + name)
            .matcher(text.substring(start, end).stripTrailing());
    return matcher.find()
        ? Optional.of(new Span(start + matcher.start(), start + matcher.end()))
        : Optional.empty();
  }

  private static String simple(String type) {
    String name = type.substring(type.lastIndexOf('.') + 1);
    return name.substring(name.lastIndexOf('$') + 1);
  }
}
