package io.github.asynclint.spotbugs;

import edu.umd.cs.findbugs.MethodAnnotation;
import edu.umd.cs.findbugs.ba.XClass;
import edu.umd.cs.findbugs.ba.XMethod;
import edu.umd.cs.findbugs.classfile.CheckedAnalysisException;
import edu.umd.cs.findbugs.classfile.DescriptorFactory;
import edu.umd.cs.findbugs.classfile.IAnalysisCache;
import io.github.asynclint.engine.facts.MethodRef;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Type;

/**
 * Which method of a class file is meant? Facts leave out the parameters that the compiler adds to
 * constructors; filters and suppressions of SpotBugs compare the whole descriptor.
 */
final class Methods {
  private final IAnalysisCache cache;

  Methods(IAnalysisCache cache) {
    this.cache = cache;
  }

  MethodAnnotation annotation(String type, MethodRef method) {
    return find(type, method)
        .map(MethodAnnotation::fromXMethod)
        .orElseGet(
            () -> new MethodAnnotation(type, method.name(), descriptor(method), false));
  }

  private Optional<XMethod> find(String type, MethodRef method) {
    try {
      XClass found =
          cache.getClassAnalysis(
              XClass.class, DescriptorFactory.createClassDescriptorFromDottedClassName(type));
      return found.getXMethods().stream()
          .map(XMethod.class::cast)
          .filter(candidate -> candidate.getName().equals(method.name()))
          .filter(candidate -> isMeant(candidate.getSignature(), method))
          .min(
              Comparator.comparing((XMethod candidate) -> candidate.getSignature().length())
                  .thenComparing(XMethod::getSignature));
    } catch (CheckedAnalysisException e) {
      return Optional.empty();
    }
  }

  private static boolean isMeant(String descriptor, MethodRef method) {
    List<String> parameters =
        Arrays.stream(Type.getArgumentTypes(descriptor)).map(Type::getClassName).toList();
    return Type.getReturnType(descriptor).getClassName().equals(method.returnType())
        && (parameters.equals(method.parameters())
            || (method.isConstructor()
                && Collections.indexOfSubList(parameters, method.parameters()) >= 0));
  }

  private static String descriptor(MethodRef method) {
    StringBuilder text = new StringBuilder("(");
    method.parameters().forEach(parameter -> text.append(descriptor(parameter)));
    return text.append(')').append(descriptor(method.returnType())).toString();
  }

  private static String descriptor(String type) {
    if (type.endsWith("[]")) {
      return "[" + descriptor(type.substring(0, type.length() - 2));
    }
    return switch (type) {
      case "void" -> "V";
      case "boolean" -> "Z";
      case "byte" -> "B";
      case "char" -> "C";
      case "short" -> "S";
      case "int" -> "I";
      case "long" -> "J";
      case "float" -> "F";
      case "double" -> "D";
      default -> "L" + type.replace('.', '/') + ";";
    };
  }
}
