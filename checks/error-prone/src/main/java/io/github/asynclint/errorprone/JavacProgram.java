package io.github.asynclint.errorprone;

import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Kinds;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.ModuleSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.comp.Modules;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import com.sun.tools.javac.util.Options;
import io.github.asynclint.bytecode.BytecodeProgram;
import io.github.asynclint.bytecode.ClassSource;
import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.tools.JavaFileObject;

/**
 * The program that one compilation sees: its own sources, and the classes on its class path.
 *
 * <p>Code of the program is read from attributed trees, so questions about it are for the time between
 * attribution and lowering, which is when Error Prone runs its checks.
 */
public final class JavacProgram implements Program {
  private final Context context;
  private final Notes notes;
  private final Names names;
  private final JavacSymbols symbols;
  private final SymbolFacts symbolFacts;
  private final SourceIndex index;
  private final MethodFacts methodFacts;
  private final Program library;
  private final Map<String, Optional<ClassSymbol>> found = new HashMap<>();
  private final Map<String, Optional<TypeFacts>> types = new HashMap<>();
  private final Map<MethodRef, Optional<MethodCode>> codes = new HashMap<>();

  public JavacProgram(Context context, Notes notes) {
    this.context = context;
    this.notes = notes;
    this.names = Names.instance(context);
    this.symbols = new JavacSymbols(context);
    this.symbolFacts = new SymbolFacts(symbols);
    this.index = new SourceIndex(context);
    this.methodFacts =
        new MethodFacts(symbols, index, JavacTrees.instance(context).getSourcePositions());
    this.library = BytecodeProgram.of(new ClassFiles(), notes);
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    Optional<TypeFacts> known = types.get(name);
    if (known == null) {
      known = symbol(name).flatMap(this::read);
      types.put(name, known);
    }
    return known;
  }

  private Optional<TypeFacts> read(ClassSymbol symbol) {
    try {
      return Optional.of(symbolFacts.type(symbol));
    } catch (CompletionFailure e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      notes.note("cannot read the declaration of " + symbol.flatName() + ": " + e);
      return Optional.empty();
    }
  }

  @Override
  public Origin origin(String name) {
    if (index.find(name).isPresent()) {
      return Origin.PROGRAM;
    }
    Optional<ClassSymbol> symbol = symbol(name);
    if (symbol.isEmpty()) {
      return Origin.UNKNOWN;
    }
    ModuleSymbol module = symbol.get().packge().modle;
    String moduleName = module == null ? "" : module.name.toString();
    boolean platform =
        moduleName.startsWith("java.") || moduleName.startsWith("jdk.") || name.startsWith("java.");
    return platform ? Origin.PLATFORM : Origin.LIBRARY;
  }

  @Override
  public Optional<MethodCode> code(MethodRef method) {
    Optional<MethodCode> known = codes.get(method);
    if (known != null) {
      return known;
    }
    Optional<MethodCode> code = Optional.empty();
    Optional<SourceIndex.Entry> source = index.find(method.owner());
    try {
      if (source.isPresent()) {
        code = methodFacts.code(source.get(), method);
      } else if (origin(method.owner()) == Origin.LIBRARY) {
        code = library.code(method);
      }
    } catch (LocalScanner.NotAttributed e) {
      // Not yet, or not at all: asking again later is right, remembering is not.
      return Optional.empty();
    } catch (CompletionFailure e) {
      code = Optional.empty();
    } catch (RuntimeException e) {
      notes.note("cannot read the code of " + method + ": " + e);
    }
    codes.put(method, code);
    return code;
  }

  @Override
  public Map<MethodRef, Mentions> mentions(String type) {
    try {
      return index
          .find(type)
          .map(source -> MentionScanner.read(symbols, source.tree()))
          .orElse(Map.of());
    } catch (RuntimeException e) {
      // Whoever asks for facts instead is given a note for the method that is at fault.
      return Map.of();
    }
  }

  @Override
  public List<String> programTypes() {
    return index.names();
  }

  /** What javac is told to compile for; by itself it compiles for the release that runs it. */
  @Override
  public OptionalInt release(String type) {
    Options options = Options.instance(context);
    // The names that javac keeps its options under, whichever alias was written.
    String target = options.get("--target");
    String told = target == null ? options.get("--release") : target;
    try {
      return OptionalInt.of(
          told == null ? Runtime.version().feature() : Runtime.Version.parse(told).feature());
    } catch (IllegalArgumentException e) {
      return OptionalInt.empty();
    }
  }

  @Override
  public Optional<String> sourceText(String sourceFile) {
    return index
        .unit(sourceFile)
        .flatMap(
            unit -> {
              try {
                return Optional.of(unit.getSourceFile().getCharContent(true).toString());
              } catch (IOException e) {
                notes.note("cannot read " + sourceFile + ": " + e.getMessage());
                return Optional.empty();
              }
            });
  }

  private Optional<ClassSymbol> symbol(String name) {
    Optional<SourceIndex.Entry> source = index.find(name);
    if (source.isPresent()) {
      return Optional.of(source.get().tree().sym);
    }
    return found.computeIfAbsent(name, this::find);
  }

  private Optional<ClassSymbol> find(String name) {
    int dot = name.lastIndexOf('.');
    Name packageName = dot < 0 ? names.empty : names.fromString(name.substring(0, dot));
    for (ModuleSymbol module : modules(packageName)) {
      Optional<ClassSymbol> symbol = find(module, name, dot + 1);
      if (symbol.isPresent()) {
        return symbol;
      }
    }
    return Optional.empty();
  }

  /** The module that the code under compilation sees the package in comes first. */
  private Set<ModuleSymbol> modules(Name packageName) {
    Modules all = Modules.instance(context);
    Set<ModuleSymbol> modules = new LinkedHashSet<>();
    ModuleSymbol start = all.getDefaultModule();
    if (start == null || start == symbols.symtab.noModule) {
      modules.add(symbols.symtab.noModule);
      return modules;
    }
    PackageSymbol visible = start.visiblePackages.get(packageName);
    if (visible != null) {
      modules.add(visible.modle);
    }
    modules.add(start);
    modules.add(symbols.symtab.unnamedModule);
    return modules;
  }

  /** A nested class is known once the classes around it have been completed. */
  private Optional<ClassSymbol> find(ModuleSymbol module, String name, int simpleStart) {
    for (int i = name.indexOf('$', simpleStart + 1); i > 0; i = name.indexOf('$', i + 1)) {
      load(module, name.substring(0, i));
    }
    return load(module, name);
  }

  private Optional<ClassSymbol> load(ModuleSymbol module, String name) {
    Name flat = names.fromString(name);
    try {
      ClassSymbol known = symbols.symtab.getClass(module, flat);
      ClassSymbol symbol =
          known != null ? known : ClassFinder.instance(context).loadClass(module, flat);
      symbol.complete();
      return symbol.exists() && symbol.kind == Kinds.Kind.TYP
          ? Optional.of(symbol)
          : Optional.empty();
    } catch (CompletionFailure e) {
      return Optional.empty();
    }
  }

  /** The class files that javac found the classes in. */
  private final class ClassFiles implements ClassSource {
    @Override
    public Optional<byte[]> bytes(String name) {
      JavaFileObject file = symbol(name).map(found -> found.classfile).orElse(null);
      if (file == null || file.getKind() != JavaFileObject.Kind.CLASS) {
        return Optional.empty();
      }
      try (InputStream in = file.openInputStream()) {
        return Optional.of(in.readAllBytes());
      } catch (IOException e) {
        notes.note("cannot read the class file of " + name + ": " + e.getMessage());
        return Optional.empty();
      }
    }

    @Override
    public Origin origin(String name) {
      return JavacProgram.this.origin(name);
    }
  }
}
