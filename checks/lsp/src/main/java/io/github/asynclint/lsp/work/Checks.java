package io.github.asynclint.lsp.work;

import io.github.asynclint.lsp.project.Projects;
import io.github.asynclint.lsp.text.Document;
import io.github.asynclint.lsp.text.Documents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Which buffers are to be looked at, and when? After an edit the edited one is first, then the others, as
 * they may call what was edited. For the worker's thread only.
 */
public final class Checks implements Background {
  private final Documents documents;
  private final Projects projects;
  private final Announcements announcements;
  private final Map<String, OpenFile> files = new LinkedHashMap<>();
  private final Set<String> due = new LinkedHashSet<>();
  private String lastEdited = "";
  private Duration debounce = Duration.ZERO;
  private long dueAt = System.nanoTime();
  private Optional<Check> running = Optional.empty();

  public Checks(Documents documents, Projects projects, Announcements announcements) {
    this.documents = documents;
    this.projects = projects;
    this.announcements = announcements;
  }

  /** How long after the last edit a look starts. */
  public void debounce(Duration time) {
    debounce = time;
  }

  public void opened(Document document) {
    files.put(document.uri(), new OpenFile(document));
    projects.edit(document.path(), document.text());
    edited(document.uri());
    dueAt = System.nanoTime();
  }

  /** @param received when the edit arrived, by {@link System#nanoTime} */
  public void changed(Document.Changed changed, long received) {
    Document document = changed.document();
    Optional.ofNullable(files.get(document.uri()))
        .ifPresent(
            file -> {
              file.edited(changed);
              projects.edit(document.path(), document.text());
              edited(document.uri());
              dueAt = received + debounce.toNanos();
            });
  }

  /** What `check` would say of the file is left to `check`: an editor shows what is open. */
  public void closed(Document document) {
    files.remove(document.uri());
    due.remove(document.uri());
    projects.closed(document.path());
    running = Optional.empty();
    announcements.clear(document);
    refresh();
  }

  /** Something that any of the buffers may depend on changed. */
  public void refresh() {
    running = Optional.empty();
    files.values().forEach(OpenFile::outdated);
    due.addAll(files.keySet());
    dueAt = System.nanoTime() + debounce.toNanos();
  }

  private void edited(String uri) {
    lastEdited = uri;
    running = Optional.empty();
    files.values().forEach(OpenFile::outdated);
    due.clear();
    due.add(uri);
    due.addAll(files.keySet());
  }

  /**
   * The findings of a buffer's text of now, which is looked at first if need be; empty for one that is not
   * open, and if it was edited meanwhile.
   */
  public Optional<Answer> now(String uri, BooleanSupplier isGivenUp) {
    Optional<OpenFile> file = Optional.ofNullable(files.get(uri));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    if (!file.get().isFresh()) {
      due.remove(uri);
      Check check = start(file.get());
      while (!check.isDone()) {
        if (!documents.isCurrent(check.document()) || isGivenUp.getAsBoolean()) {
          due.add(uri);
          return Optional.empty();
        }
        check.step();
      }
      finish(file.get(), check);
    }
    return Optional.of(new Answer(file.get().document(), file.get().found()));
  }

  /** A buffer's text with its findings. */
  public record Answer(Document document, List<Placed> found) {}

  @Override
  public long pause() {
    if (running.isPresent()) {
      return 0;
    }
    if (due.isEmpty()) {
      return projects.hasMore() ? 0 : TimeUnit.DAYS.toNanos(1);
    }
    return dueAt - System.nanoTime();
  }

  @Override
  public void step() {
    if (running.isEmpty() && due.isEmpty()) {
      if (projects.lookAtOneMore()) {
        refresh();
      }
      return;
    }
    if (running.isEmpty()) {
      String uri = due.iterator().next();
      Optional<OpenFile> file =
          Optional.ofNullable(files.get(uri)).filter(each -> !each.isFresh());
      running = file.flatMap(this::glance);
      if (running.isEmpty()) {
        due.remove(uri);
        running = file.map(this::start);
      }
      return;
    }
    Check check = running.get();
    // What throws is not tried again before the next edit.
    running = Optional.empty();
    if (!documents.isCurrent(check.document())) {
      return;
    }
    if (!check.isDone()) {
      check.step();
      running = Optional.of(check);
    } else if (check.isGlance()) {
      announcements.glance(check.document(), check.found(), check.view());
    } else {
      finish(files.get(check.document().uri()), check);
    }
  }

  /** The first look at the first file of a program, to say something before the others are read. */
  private Optional<Check> glance(OpenFile file) {
    if (file.wasGlancedAt()) {
      return Optional.empty();
    }
    file.glancedAt();
    Document document = file.document();
    return read(document, projects::glance).map(view -> new Check(document, view, true));
  }

  private Check start(OpenFile file) {
    Document document = file.document();
    return new Check(document, read(document, projects::view), false);
  }

  private <T> T read(Document document, Function<Path, T> question) {
    Optional<Announcements.Reading> reading =
        projects.unread(document.path()).map(announcements::reading);
    try {
      return question.apply(document.path());
    } finally {
      reading.ifPresent(Announcements.Reading::end);
    }
  }

  private void finish(OpenFile file, Check check) {
    if (check.isWhole() || !file.wasChecked()) {
      file.checked(check.found());
    } else {
      // Half-typed: the other methods are as they were, and so is what was said of them. The look at the
      // rest could miss what this file no longer seems to do, and then say more than is true.
      file.keep();
      if (check.document().uri().equals(lastEdited)) {
        due.clear();
      }
    }
    if (documents.isCurrent(check.document())) {
      announcements.findings(check.document(), file.found(), projects.view(check.document().path()));
    }
  }
}
