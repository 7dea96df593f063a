package dev.cairn.core.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Set;

/// An expression whose functions and operators count what they are given, before they work on it:
/// loops are bounded by themselves and so are texts, and the product of both is not.
final class Metered {
  /// The function that counts its argument and gives it back.
  static final String COUNT = "@count";

  /// What takes no more work for more text or more elements, and what is no function of its target.
  private static final Set<String> CHEAP =
      Set.of(
          "_[_]",
          "_[?_]",
          "_?._",
          "_?_:_",
          "_&&_",
          "_||_",
          "!_",
          "-_",
          "_-_",
          "_*_",
          "_/_",
          "_%_",
          "@not_strictly_false",
          "or",
          "orValue",
          "hasValue",
          "value",
          "of",
          "none",
          "ofNonZeroValue",
          "optMap",
          "optFlatMap",
          "omit",
          "file",
          "secret");

  /// The list or map that a macro is making, which grows in place.
  private static final String MADE = "@result";

  private Metered() {}

  static CelExpr of(CelExpr part) {
    return switch (part.getKind()) {
      case CONSTANT, IDENT, STRUCT, NOT_SET -> part;
      case SELECT ->
          part.toBuilder()
              .setSelect(part.select().toBuilder().setOperand(of(part.select().operand())).build())
              .build();
      case CALL -> part.toBuilder().setCall(call(part.call())).build();
      case LIST -> part.toBuilder().setList(list(part.list())).build();
      case MAP -> part.toBuilder().setMap(map(part.map())).build();
      case COMPREHENSION -> part.toBuilder().setComprehension(macro(part.comprehension())).build();
    };
  }

  private static CelCall call(CelCall call) {
    boolean cheap = CHEAP.contains(call.function());
    CelCall.Builder metered = call.toBuilder().clearArgs();
    call.target().ifPresent(target -> metered.setTarget(cheap ? of(target) : counted(target)));
    call.args().forEach(arg -> metered.addArgs(cheap ? of(arg) : counted(arg)));
    return metered.build();
  }

  private static CelExpr counted(CelExpr arg) {
    boolean made = arg.getKind() == Kind.IDENT && arg.ident().name().equals(MADE);
    return made || arg.getKind() == Kind.CONSTANT
        ? arg
        : CelExpr.newBuilder()
            .setId(arg.id())
            .setCall(CelCall.newBuilder().setFunction(COUNT).addArgs(of(arg)).build())
            .build();
  }

  private static CelExpr.CelList list(CelExpr.CelList list) {
    CelExpr.CelList.Builder metered = list.toBuilder();
    for (int i = 0; i < list.elements().size(); i++) {
      metered.setElement(i, of(list.elements().get(i)));
    }
    return metered.build();
  }

  private static CelMap map(CelMap map) {
    CelMap.Builder metered = map.toBuilder();
    for (int i = 0; i < map.entries().size(); i++) {
      CelMap.Entry entry = map.entries().get(i);
      metered.setEntry(
          i, entry.toBuilder().setKey(of(entry.key())).setValue(of(entry.value())).build());
    }
    return metered.build();
  }

  private static CelComprehension macro(CelComprehension macro) {
    return macro.toBuilder()
        .setIterRange(counted(macro.iterRange()))
        .setAccuInit(of(macro.accuInit()))
        .setLoopCondition(of(macro.loopCondition()))
        .setLoopStep(of(macro.loopStep()))
        .setResult(of(macro.result()))
        .build();
  }
}
