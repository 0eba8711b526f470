package io.github.asynclint.rules.fixes;

import io.github.asynclint.engine.facts.CallSpans;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.engine.finding.Fix;
import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which edits mend a dropped or nested result without adding a wait or changing anything else? */
public final class Fixes {
  /** The group is what stands between the statements: white space and line comments. */
  private static final Pattern RETURN_FOLLOWS =
      Pattern.compile(";((?:\\s|//[^\\n]*\\n)*)return\\s+");

  private static final String TO_UNCAUGHT =
      "failure -> Thread.currentThread().getUncaughtExceptionHandler()"
          + ".uncaughtException(Thread.currentThread(), failure)";

  private Fixes() {}

  /**
   * Appends a handler that gives the failure to the thread's uncaught-exception handler, in the idiom of
   * the future's type.
   */
  public static Optional<Fix> handleFailure(Subject subject, Event.Call call) {
    Optional<CallSpans> spans = call.spans().filter(each -> each.statement().isPresent());
    Optional<String> handler =
        subject.resolution().models().idiom(call.target().resultType(), "handle-failure");
    return spans.isEmpty() || handler.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fix(
                "Report the failure",
                List.of(Edit.insert(spans.get().expression().end(), handler.get()))));
  }

  /**
   * Adds a consumer of the failure to a subscription with one callback or none; it gives the failure to
   * the thread's uncaught-exception handler.
   */
  public static Optional<Fix> takeFailure(Subject subject, Event.Call call) {
    Optional<String> first =
        call.arguments().isEmpty()
            ? subject.resolution().models().idiom(call.receiverType(), "ignore-value")
            : Optional.of("");
    return call.arguments().size() > 1
        ? Optional.empty()
        : call.spans()
            .filter(spans -> first.isPresent())
            .map(
                spans ->
                    new Fix(
                        "Report the failure",
                        List.of(
                            Edit.insert(
                                spans.expression().end() - 1, first.get() + ", " + TO_UNCAUGHT))));
  }

  /** Lets all subscribers of what the call yields share one subscription, in the idiom of its type. */
  public static Optional<Fix> share(Subject subject, Event.Call publisher) {
    Optional<String> operator =
        subject
            .resolution()
            .models()
            .idiom(publisher.target().resultType(), "share")
            .filter(each -> subject.resolution().models().covers(publisher.target().resultType()));
    return publisher
        .spans()
        .filter(spans -> operator.isPresent())
        .map(
            spans ->
                new Fix(
                    "Subscribe once and share the outcome",
                    List.of(Edit.insert(spans.expression().end(), operator.get()))));
  }

  /**
   * Makes a dropped publisher part of what the method returns: {@code a.save(x); return b;} becomes
   * {@code return a.save(x).then(b);}. Offered where the return follows at once and the type has an
   * operator for it.
   */
  public static Optional<Fix> joinChain(Subject subject, Event.Call call) {
    Optional<String> then =
        subject.resolution().models().idiom(call.target().resultType(), "then");
    Optional<CallSpans> spans = call.spans().filter(each -> each.statement().isPresent());
    if (then.isEmpty() || spans.isEmpty()) {
      return Optional.empty();
    }
    for (Event event : subject.body().events()) {
      if (event.id() > call.id() && event instanceof Event.Return returned) {
        return returned
            .value()
            .flatMap(value -> subject.body().call(value))
            .filter(next -> next.place().regions().equals(call.place().regions()))
            .filter(next -> next.target().returnType().equals(call.target().returnType()))
            .flatMap(Event.Call::spans)
            .flatMap(next -> join(subject, spans.get(), next, then.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Fix> join(
      Subject subject, CallSpans dropped, CallSpans returned, String then) {
    if (returned.expression().start() < dropped.expression().end()) {
      return Optional.empty();
    }
    Span between = new Span(dropped.expression().end(), returned.expression().start());
    Optional<String> text =
        subject
            .resolution()
            .program()
            .sourceText(subject.body().callable().sourceFile())
            .filter(source -> between.end() <= source.length())
            .map(source -> source.substring(between.start(), between.end()));
    Matcher gap = RETURN_FOLLOWS.matcher(text.orElse(""));
    if (!gap.matches()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.insert(dropped.expression().start(), "return "));
    String operator = "." + then + "(";
    if (gap.group(1).contains("\n")) {
      // The line end stays, with a comment that may stand there.
      int start = between.start();
      edits.add(new Edit(new Span(start, start + 1), ""));
      edits.add(new Edit(new Span(start + gap.end(1), between.end()), operator));
    } else {
      edits.add(new Edit(between, operator));
    }
    edits.add(Edit.insert(returned.expression().end(), ")"));
    return Optional.of(new Fix("Run it before the returned publisher", edits));
  }

  /** Calls another method of the same receiver with the same arguments, where the result is dropped. */
  public static Optional<Fix> rename(Event.Call call, String name, String title) {
    boolean fits =
        call.sink() == Event.Sink.STATEMENT || call.sink() == Event.Sink.VOID_LAMBDA;
    return call.spans()
        .filter(spans -> fits)
        .map(spans -> new Fix(title, List.of(new Edit(spans.name(), name))));
  }

  /**
   * Renames an operator that nests to its twin that flattens. Offered where the inner one is of the
   * operator's own type and the chain goes on, so that no declared type has to change.
   */
  public static Optional<Fix> flatten(Subject subject, Event.Call call, MethodRef inner) {
    boolean fits =
        subject.resolution().hierarchy().isSubtype(inner.resultType(), call.target().owner())
            && subject.body().usesOfResult(call).stream()
                .allMatch(use -> use.kind() == BodyView.UseKind.RECEIVER)
            && !subject.body().usesOfResult(call).isEmpty();
    return subject
        .model(call)
        .flatTwin()
        .filter(twin -> fits)
        .flatMap(
            twin ->
                call.spans()
                    .map(
                        spans ->
                            new Fix(
                                "Replace " + call.target().name() + " with " + twin,
                                List.of(new Edit(spans.name(), twin)))));
  }

  /**
   * Replaces a flattening operator by its plain twin and takes the wrapping of the value away. Offered
   * where the value is wrapped in one place and no type argument is written there.
   */
  public static Optional<Fix> unwrap(Event.Call call, List<Event.Call> wrapped, String plain) {
    Optional<CallSpans> inner =
        wrapped.size() == 1
            ? wrapped.get(0).spans().filter(spans -> spans.arguments().size() == 1)
            : Optional.empty();
    return call.spans()
        .filter(outer -> inner.isPresent())
        .map(
            outer -> {
              Span whole = inner.get().expression();
              Span value = inner.get().arguments().get(0);
              return new Fix(
                  "Replace " + call.target().name() + " with " + plain,
                  List.of(
                      new Edit(outer.name(), plain),
                      new Edit(new Span(whole.start(), value.start()), ""),
                      new Edit(new Span(value.end(), whole.end()), "")));
            });
  }
}
