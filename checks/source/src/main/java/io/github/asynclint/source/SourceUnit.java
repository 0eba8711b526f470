package io.github.asynclint.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import com.github.javaparser.ast.validator.postprocessors.Java10PostProcessor;
import com.github.javaparser.ast.validator.postprocessors.PostProcessors;
import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.program.Notes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A parsed file: its tree, and where its nodes stand in the text. */
final class SourceUnit {
  /** How many places of a file are mended before the rest is given up. */
  private static final int ROUNDS = 20;

  /** Tells {@code var} from the name of a class. */
  private static final PostProcessors VARS = new Java10PostProcessor();

  private final String text;
  private final String packageName;
  private final String sourceFile;
  private final CompilationUnit tree;
  private final boolean whole;
  private final int[] lineStarts;
  private final Map<String, Optional<String>> typesByName = new HashMap<>();

  private SourceUnit(
      String name, String text, CompilationUnit tree, boolean whole, String packageName) {
    this.text = text;
    this.tree = tree;
    this.whole = whole;
    this.packageName = packageName;
    this.sourceFile = sourceFile(name, packageName);
    this.lineStarts = lineStarts(text);
  }

  /** What a file is called in facts. */
  static String sourceFile(String name, String packageName) {
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return packageName.isEmpty() ? file : packageName.replace('.', '/') + "/" + file;
  }

  /** Parses what can be parsed; empty only if nothing can. */
  static Optional<SourceUnit> parse(SourceInput input, Notes notes) {
    String text;
    try {
      text = input.text().get();
    } catch (RuntimeException e) {
      notes.note(input.name() + ": cannot be read: " + e.getMessage());
      return Optional.empty();
    }
    try {
      ParseResult<CompilationUnit> result = parse(text);
      List<Problem> problems = syntax(result);
      boolean whole = problems.isEmpty();
      if (!whole) {
        notes.note(input.name() + problem(problems));
        String mended = text;
        for (int round = 0; round < ROUNDS && !problems.isEmpty(); round++) {
          mended = Mending.blank(mended, problems);
          if (mended.isEmpty()) {
            break;
          }
          result = parse(mended);
          problems = syntax(result);
        }
      }
      result.getResult().ifPresent(SourceUnit::slim);
      return result.getResult().map(tree -> settled(input.name(), text, tree, whole));
    } catch (RuntimeException | StackOverflowError e) {
      notes.note(input.name() + ": cannot be parsed: " + e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /** Drops the tokens, which take more memory than all the rest, and keeps what is equal once. */
  private static void slim(CompilationUnit tree) {
    Map<String, String> words = new HashMap<>();
    tree.walk(
        node -> {
          Optional<Range> range = node.getRange();
          Optional<Range> around = node.getParentNode().flatMap(Node::getRange);
          node.setTokenRange(null);
          range.ifPresent(each -> node.setRange(around.map(other -> shared(each, other)).orElse(each)));
          if (node instanceof SimpleName name) {
            name.setIdentifier(words.computeIfAbsent(name.getIdentifier(), word -> word));
          }
        });
  }

  /** An equal range, which has of the other what is equal. */
  private static Range shared(Range range, Range other) {
    Position begin = range.begin.equals(other.begin) ? other.begin : range.begin;
    Position end = range.end.equals(other.end) ? other.end : range.end;
    return begin == other.begin && end == other.end ? other : new Range(begin, end);
  }

  private static SourceUnit settled(
      String name, String text, CompilationUnit tree, boolean whole) {
    settle(tree, name);
    if (whole) {
      String packageName =
          tree.getPackageDeclaration().map(NodeWithName::getNameAsString).orElse("");
      return new SourceUnit(name, text, tree, true, packageName);
    }
    // Mending may take more away than it should: a brace, so that a class seems to stand outside of the one
    // around it, or the package.
    TextNames seen = TextNames.of(name, text);
    tree.getTypes().removeIf(type -> !seen.declared().contains(type.getNameAsString()));
    return new SourceUnit(name, text, tree, false, seen.packageName());
  }

  /**
   * Names the class around members that stand outside of classes after its file, as the language has it.
   * Where it has none, some brace is wrong: the classes are what they seem to be, and the rest is lost.
   */
  private static void settle(CompilationUnit tree, String name) {
    for (TypeDeclaration<?> type : List.copyOf(tree.getTypes())) {
      if (type instanceof ClassOrInterfaceDeclaration compact && compact.isCompact()) {
        List<TypeDeclaration<?>> inside = new ArrayList<>();
        compact.getMembers().forEach(
            member -> member.ifTypeDeclaration(each -> inside.add((TypeDeclaration<?>) each)));
        boolean isWrong =
            tree.getPackageDeclaration().isPresent()
                || inside.stream().anyMatch(each -> each.getNameAsString().equals(stem(name)));
        if (isWrong) {
          tree.remove(compact);
          inside.forEach(tree::addType);
        } else {
          compact.setName(stem(name));
        }
      }
    }
  }

  /** What a file is called without its folder and {@code .java}. */
  static String stem(String name) {
    String file = sourceFile(name, "");
    int dot = file.indexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }

  /** What the grammar refuses. */
  private static List<Problem> syntax(ParseResult<CompilationUnit> result) {
    return result.getProblems().stream()
        .filter(problem -> problem.getCause().isPresent()
            || problem.getMessage().startsWith("Parse error"))
        .toList();
  }

  /** Rules of some language version do not matter here; to check them takes as long as to parse. */
  private static ParseResult<CompilationUnit> parse(String text) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
            .setAttributeComments(false)
            .setLexicalPreservationEnabled(false)
            .setTabSize(1);
    configuration.getProcessors().clear();
    ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
    VARS.postProcess(result, configuration);
    return result;
  }

  private static String problem(List<Problem> problems) {
    Problem first = problems.get(0);
    int line = Mending.line(first);
    String message = first.getMessage().lines().findFirst().orElse("");
    int expected = message.indexOf(", expected one of");
    // The list of what the grammar would take instead fills a screen.
    String found = expected < 0 ? message : message.substring(0, expected);
    return (line > 0 ? ":" + line : "") + ": " + found;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean end = c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
      if (end) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  CompilationUnit tree() {
    return tree;
  }

  /** Whether all of the text could be parsed. */
  boolean isWhole() {
    return whole;
  }

  String text() {
    return text;
  }

  /** Whether a method that must have a body has none. */
  boolean missesBodies() {
    return tree.findFirst(MethodDeclaration.class, SourceUnit::missesBody).isPresent();
  }

  private static boolean missesBody(MethodDeclaration method) {
    boolean isInterfaces =
        method.getParentNode().orElse(null) instanceof ClassOrInterfaceDeclaration type
            && type.isInterface();
    return method.getBody().isEmpty()
        && !method.isAbstract()
        && !method.isNative()
        && !(isInterfaces && !method.isDefault() && !method.isStatic() && !method.isPrivate());
  }

  String packageName() {
    return packageName;
  }

  String sourceFile() {
    return sourceFile;
  }

  /** What simple type names mean at the top of this file, as far as it was asked. */
  Map<String, Optional<String>> typesByName() {
    return typesByName;
  }

  static int line(Node node) {
    return node.getRange().map(range -> range.begin.line).orElse(0);
  }

  Optional<Span> span(Node node) {
    return node.getRange().map(this::span);
  }

  private Span span(Range range) {
    int start = offset(range.begin);
    return new Span(start, Math.max(start, offset(range.end) + 1));
  }

  private int offset(Position position) {
    int line = Math.max(0, Math.min(position.line - 1, lineStarts.length - 1));
    return Math.min(text.length(), lineStarts[line] + Math.max(0, position.column - 1));
  }
}
