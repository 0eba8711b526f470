package io.github.asynclint.lsp.work;

import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.lsp.project.View;
import io.github.asynclint.lsp.text.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The look at one buffer, class by class, so that it can be given up in between. */
final class Check {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::line).thenComparing(Finding::rule);

  private final Document document;
  private final View view;
  private final boolean glance;
  private final Deque<String> left;
  private final List<Finding> found = new ArrayList<>();

  /** @param glance whether the view is of the file by itself, which may miss findings */
  Check(Document document, View view, boolean glance) {
    this.document = document;
    this.view = view;
    this.glance = glance;
    this.left = new ArrayDeque<>(view.unit().types());
  }

  Document document() {
    return document;
  }

  View view() {
    return view;
  }

  boolean isGlance() {
    return glance;
  }

  boolean isWhole() {
    return view.whole();
  }

  boolean isDone() {
    return left.isEmpty();
  }

  void step() {
    for (Finding finding : view.analysis().findings(List.of(left.remove()))) {
      if (view.unit().wants(finding.sourceFile())) {
        found.add(finding);
      }
    }
  }

  List<Placed> found() {
    return found.stream()
        .sorted(ORDER)
        .map(finding -> Placed.of(finding, document.lines()))
        .toList();
  }
}
