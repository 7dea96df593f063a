package dev.cairn.core.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The functions that expressions have beyond CEL's own: their types for the checker and what they
/// do.
final class Functions {
  private static final CelType STRING = SimpleType.STRING;
  private static final CelType INT = SimpleType.INT;
  private static final CelType DYN = SimpleType.DYN;
  private static final CelType MAP = MapType.create(STRING, DYN);
  private static final CelType TEXTS = MapType.create(STRING, STRING);

  /// One function with one overload, or one of several.
  private record Function(
      String name, CelType result, List<CelType> parameters, CelFunctionOverload body) {
    Function(String name, CelType result, CelFunctionOverload body, CelType... parameters) {
      this(name, result, Arrays.asList(parameters), body);
    }

    CelOverloadDecl overload() {
      return CelOverloadDecl.newGlobalOverload("cairn_" + name, result, parameters);
    }

    CelFunctionBinding binding() {
      List<Class<?>> classes = parameters.stream().<Class<?>>map(Functions::javaType).toList();
      return CelFunctionBinding.from("cairn_" + name, classes, body);
    }
  }

  private static final List<Function> ALL =
      List.of(
          new Function("omit", TypeParamType.create("T"), args -> Omitted.OMITTED),
          new Function(
              "cidrSubnet",
              STRING,
              args -> Cidr.parse((String) args[0]).subnet((long) args[1], (long) args[2]),
              STRING,
              INT,
              INT),
          new Function(
              "cidrHost",
              STRING,
              args -> Cidr.parse((String) args[0]).host((long) args[1]),
              STRING,
              INT),
          new Function("base64", STRING, args -> Texts.base64((String) args[0]), STRING),
          new Function("sha256", STRING, args -> Texts.sha256((String) args[0]), STRING),
          new Function("json", STRING, args -> Texts.json(CelValues.value(args[0])), DYN),
          new Function("yaml", STRING, args -> Texts.yaml(CelValues.value(args[0])), DYN),
          new Function("file", STRING, args -> Sources.current().file((String) args[0]), STRING),
          new Function(
              "secret", STRING, args -> Sources.current().secret((String) args[0]), STRING),
          new Function(
              "template",
              STRING,
              args -> Template.render((String) args[0], CelValues.value(args[1])),
              STRING,
              DYN),
          new Function("dockerLabels", TEXTS, args -> Tags.dockerLabels((Map<?, ?>) args[0]), MAP),
          new Function(
              "env",
              TEXTS,
              args -> Tags.environment((Map<?, ?>) args[0], (Map<?, ?>) args[1]),
              TEXTS,
              MAP));

  /// Joins a list of strings.
  private static final CelFunctionDecl JOIN =
      CelFunctionDecl.newFunctionDeclaration(
          "join",
          CelOverloadDecl.newMemberOverload("cairn_join", STRING, ListType.create(STRING), STRING));

  private Functions() {}

  static List<CelFunctionDecl> declarations() {
    List<CelFunctionDecl> all =
        new java.util.ArrayList<>(
            ALL.stream()
                .map(f -> CelFunctionDecl.newFunctionDeclaration(f.name(), f.overload()))
                .toList());
    all.add(JOIN);
    return all;
  }

  static List<CelFunctionBinding> bindings() {
    List<CelFunctionBinding> all = new java.util.ArrayList<>();
    for (Function function : ALL) {
      all.addAll(CelFunctionBinding.fromOverloads(function.name(), function.binding()));
    }
    all.addAll(CelFunctionBinding.fromOverloads(Metered.COUNT, counting()));
    all.addAll(
        CelFunctionBinding.fromOverloads("matches", matches("matches"), matches("matches_string")));
    all.addAll(
        CelFunctionBinding.fromOverloads(
            "join",
            CelFunctionBinding.from(
                "cairn_join",
                List.of(List.class, String.class),
                args -> Texts.join((List<?>) args[0], (String) args[1]))));
    return all;
  }

  private static CelFunctionBinding counting() {
    return CelFunctionBinding.from(
        "cairn_count",
        List.of(Object.class),
        args -> {
          Sources.current().work().count(args[0]);
          return args[0];
        });
  }

  /// CEL's own, as a function and as a member, with patterns whose size is bounded.
  private static CelFunctionBinding matches(String overload) {
    return CelFunctionBinding.from(
        overload,
        List.of(String.class, String.class),
        args -> Patterns.matches((String) args[0], (String) args[1]));
  }

  private static Class<?> javaType(CelType type) {
    return switch (type.kind()) {
      case STRING -> String.class;
      case INT -> Long.class;
      case MAP -> Map.class;
      default -> Object.class;
    };
  }
}
