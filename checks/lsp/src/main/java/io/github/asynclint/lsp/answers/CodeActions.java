package io.github.asynclint.lsp.answers;

import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.Fix;
import io.github.asynclint.lsp.text.Document;
import io.github.asynclint.lsp.work.Placed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What can be done about the findings at a place? */
public final class CodeActions {
  /** Mends all of a file at once, for editors that do so when a file is saved. */
  public static final String FIX_ALL = CodeActionKind.SourceFixAll + ".asynclint";

  /** The kinds of actions there are. */
  public static final List<String> KINDS = List.of(CodeActionKind.QuickFix, FIX_ALL);

  private final ClientAbilities client;
  private final Document document;
  private final List<Placed> found;
  private final CodeActionParams asked;
  private final Set<List<Object>> offered = new HashSet<>();
  private final List<Either<Command, CodeAction>> actions = new ArrayList<>();

  private CodeActions(
      ClientAbilities client, Document document, List<Placed> found, CodeActionParams asked) {
    this.client = client;
    this.document = document;
    this.found = found;
    this.asked = asked;
  }

  /** @param found all findings of the buffer, as it is now */
  public static List<Either<Command, CodeAction>> of(
      ClientAbilities client, Document document, List<Placed> found, CodeActionParams asked) {
    return new CodeActions(client, document, found, asked).all();
  }

  private List<Either<Command, CodeAction>> all() {
    if (wants(CodeActionKind.QuickFix)) {
      List<Placed> here = found.stream().filter(this::isAsked).toList();
      here.forEach(this::fixes);
      Set<String> rules = new LinkedHashSet<>();
      here.forEach(each -> rules.add(each.finding().rule()));
      rules.forEach(this::fixAll);
      here.forEach(this::suppressions);
      rules.forEach(this::explanation);
    }
    // Never unasked: what mends a whole file is for those who set their editor so.
    if (Optional.ofNullable(asked.getContext().getOnly()).isPresent() && wants(FIX_ALL)) {
      FixAll all = FixAll.of(found);
      if (all.fixes() > 0) {
        add("Fix all findings of asynclint", FIX_ALL, all.edits(), List.of(), false);
      }
    }
    return actions;
  }

  private boolean wants(String kind) {
    List<String> only = asked.getContext().getOnly();
    return only == null
        || only.stream()
            .anyMatch(
                each -> each.isEmpty() || kind.equals(each) || kind.startsWith(each + "."));
  }

  private boolean isAsked(Placed placed) {
    Span range = document.lines().span(asked.getRange());
    boolean touches =
        placed.span().start() <= range.end() && range.start() <= placed.span().end();
    return touches || asked.getContext().getDiagnostics().stream().anyMatch(is(placed));
  }

  private Predicate<Diagnostic> is(Placed placed) {
    Range range = document.lines().range(placed.span());
    return each ->
        each.getRange().equals(range)
            && each.getCode() != null
            && each.getCode().isLeft()
            && each.getCode().getLeft().equals(placed.finding().rule());
  }

  private List<Diagnostic> diagnostics(Placed placed) {
    return asked.getContext().getDiagnostics().stream().filter(is(placed)).toList();
  }

  private void fixes(Placed placed) {
    List<Fix> fixes = placed.exact() ? placed.finding().fixes() : List.of();
    for (Fix fix : fixes) {
      add(
          fix.title(),
          CodeActionKind.QuickFix,
          fix.edits(),
          diagnostics(placed),
          fixes.size() == 1);
    }
  }

  private void fixAll(String rule) {
    FixAll all =
        FixAll.of(found.stream().filter(each -> each.finding().rule().equals(rule)).toList());
    if (all.fixes() > 1) {
      add(
          "Fix all %d %s in this file".formatted(all.fixes(), rule),
          CodeActionKind.QuickFix,
          all.edits(),
          List.of(),
          false);
    }
  }

  private void suppressions(Placed placed) {
    Finding finding = placed.finding();
    String rule = finding.rule();
    int line =
        placed.exact() ? finding.line() - 1 : document.lines().line(placed.span().start());
    CommentSuppression.of(document, line, rule)
        .ifPresent(
            edit ->
                add(
                    "Suppress " + rule + " here with a comment",
                    CodeActionKind.QuickFix,
                    List.of(edit),
                    diagnostics(placed),
                    false));
    AnnotationSuppression.of(document, placed.span().start(), rule)
        .ifPresent(
            each ->
                add(
                    "Suppress " + rule + " in " + each.element() + " with an annotation",
                    CodeActionKind.QuickFix,
                    each.edits(),
                    diagnostics(placed),
                    false));
  }

  private void explanation(String rule) {
    CodeAction action = new CodeAction("Explain " + rule);
    action.setKind(CodeActionKind.QuickFix);
    action.setCommand(new Command("Explain " + rule, Commands.EXPLAIN, List.of(rule)));
    actions.add(Either.forRight(action));
  }

  private void add(
      String title, String kind, List<Edit> edits, List<Diagnostic> mended, boolean preferred) {
    if (!offered.add(List.of(title, edits))) {
      // Two findings of a rule in one method are suppressed by one annotation.
      return;
    }
    CodeAction action = new CodeAction(title);
    action.setKind(kind);
    action.setEdit(Edits.of(document, edits, client));
    if (!mended.isEmpty()) {
      action.setDiagnostics(mended);
    }
    if (preferred) {
      action.setIsPreferred(true);
    }
    actions.add(Either.forRight(action));
  }
}
