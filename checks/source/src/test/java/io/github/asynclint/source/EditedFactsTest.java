package io.github.asynclint.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Lookup;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.Hierarchy;
import io.github.asynclint.source.types.ClassBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any edits, are all facts those that a program has which was read at once? */
class EditedFactsTest {
  private static final int EDITS = 40;

  private final Map<String, String> originals = new TreeMap<>();
  private final Map<String, String> texts = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsKeptIsWhatIsReadAgain(long seed) throws Exception {
    ClassBytes bytes = TestClasses.of(List.of());
    for (SourceInput file : SourceInput.of(Fixtures.sources(Fixtures.LANGUAGE))) {
      originals.put(file.name(), file.text().get());
    }
    texts.putAll(originals);
    List<String> names = List.copyOf(originals.keySet());
    EditedSources sources =
        EditedSources.of(inputs(), bytes, new NoLibraries(), message -> {});
    RandomEdits edits = new RandomEdits(seed);
    for (int i = 0; i < EDITS; i++) {
      String name = names.get(edits.below(names.size()));
      edit(name, edits);
      if (texts.containsKey(name)) {
        String text = texts.get(name);
        sources.put(new SourceInput(name, () -> text));
      } else {
        sources.remove(name);
      }
      Program fresh = SourceProgram.of(inputs(), bytes, new NoLibraries(), message -> {});
      // Often nobody asks between two edits, or asks only for the edited file.
      switch (edits.below(4)) {
        case 0 -> {}
        case 1 -> assertSame(sources.types(name), sources.program(), fresh, i, name);
        default -> {
          assertThat(sources.program().programTypes())
              .as("types after edit %s of %s", i, name)
              .isEqualTo(fresh.programTypes());
          assertSame(fresh.programTypes(), sources.program(), fresh, i, name);
          if (i % 5 == 0) {
            assertHoldsAll(sources.program().lookup().orElseThrow(), fresh);
          }
        }
      }
    }
  }

  /** Most edits follow on others; sometimes the file is as it was, or gone for a while. */
  private void edit(String name, RandomEdits edits) {
    int kind = edits.below(10);
    if (kind == 0 && texts.containsKey(name)) {
      texts.remove(name);
    } else if (kind <= 4 || !texts.containsKey(name)) {
      texts.put(name, originals.get(name));
    } else {
      texts.put(name, edits.edit(texts.get(name)));
    }
  }

  private List<SourceInput> inputs() {
    List<SourceInput> inputs = new ArrayList<>();
    texts.forEach((name, text) -> inputs.add(new SourceInput(name, () -> text)));
    return inputs;
  }

  private void assertSame(
      List<String> types, Program edited, Program fresh, int edit, String name) {
    for (String type : types) {
      String where = type + " after edit " + edit + " of " + name;
      assertThat(edited.type(type)).as(where).isEqualTo(fresh.type(type));
      assertThat(edited.origin(type)).as(where).isEqualTo(fresh.origin(type));
      for (MethodRef method : methods(fresh, type)) {
        assertThat(edited.code(method)).as(method + " in " + where).isEqualTo(fresh.code(method));
      }
    }
  }

  private static List<MethodRef> methods(Program program, String type) {
    List<MethodRef> methods = new ArrayList<>();
    program.type(type).map(TypeFacts::methods).orElse(List.of())
        .forEach(method -> methods.add(method.ref()));
    methods.add(new MethodRef(type, MethodRef.STATIC_INITIALIZER, List.of(), "void"));
    return methods;
  }

  /** Text that is half typed may write what the language forbids it to. */
  private static boolean isOthersFinal(Program program, FieldRef field, MethodRef writer) {
    return !topLevel(field.owner()).equals(topLevel(writer.owner()))
        && program.type(field.owner()).stream()
            .flatMap(type -> type.fields().stream())
            .anyMatch(
                each ->
                    each.ref().name().equals(field.name())
                        && each.modifiers().contains(Modifier.FINAL));
  }

  private static String topLevel(String type) {
    int nested = type.indexOf('$', type.lastIndexOf('.') + 2);
    return nested < 0 ? type : type.substring(0, nested);
  }

  private static void assertHoldsAll(Lookup lookup, Program fresh) {
    Map<Object, Set<MethodRef>> answers = new HashMap<>();
    for (String type : fresh.programTypes()) {
      for (MethodRef method : methods(fresh, type)) {
        Optional<MethodCode> code = fresh.code(method);
        if (code.isPresent()) {
          Mentions mentions = Mentions.of(code.get());
          for (Mentions.Member call : mentions.calls()) {
            if (call.type().equals(CallFacts.UNRESOLVED)) {
              continue;
            }
            assertThat(
                    answers.computeIfAbsent(
                        call,
                        key ->
                            new HashSet<>(
                                call.isConstructor()
                                    ? lookup.creating(call.type())
                                    : lookup.calling(call.name()))))
                .as(method + " calls " + call)
                .contains(method);
          }
          for (Mentions.Field field : mentions.fields()) {
            FieldRef used = new FieldRef(field.type(), field.name(), "int", true);
            if (field.isWritten() && isOthersFinal(fresh, used, method)) {
              continue;
            }
            assertThat(
                    answers.computeIfAbsent(
                        List.of(used, field.isWritten()),
                        key ->
                            new HashSet<>(
                                field.isWritten() ? lookup.writing(used) : lookup.reading(used))))
                .as(method + " uses " + field)
                .contains(method);
          }
        }
      }
    }
    Hierarchy hierarchy = new Hierarchy(fresh);
    for (String type : fresh.programTypes()) {
      for (String above : hierarchy.selfAndSupertypes(type)) {
        if (!above.equals(type) && !above.equals("java.lang.Object")) {
          assertThat(
                  StreamSupport.stream(lookup.below(above).spliterator(), false).toList())
              .as("below " + above)
              .containsAll(hierarchy.programSubtypes(above));
        }
      }
    }
  }

}
