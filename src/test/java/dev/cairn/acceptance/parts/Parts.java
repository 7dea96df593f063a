package dev.cairn.acceptance.parts;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the real parts that they take as parameters. Each is started once in a run, and
/// stopped at its end.
public final class Parts implements ParameterResolver {
  private static final Namespace OURS = Namespace.create(Parts.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Moto.class || type == Engine.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store = context.getRoot().getStore(OURS);
    return parameter.getParameter().getType() == Moto.class
        ? store.getOrComputeIfAbsent(Moto.class, _ -> moto(), Moto.class)
        : store.getOrComputeIfAbsent(Engine.class, _ -> engine(), Engine.class);
  }

  private static Moto moto() {
    try {
      return Moto.start();
    } catch (Missing missing) {
      throw missing.surface();
    }
  }

  private static Engine engine() {
    try {
      return Engine.start();
    } catch (Missing missing) {
      throw missing.surface();
    }
  }
}
