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
    if (parameter.getParameter().getType() == Moto.class) {
      return moto(context);
    }
    return engine(
        context, parameter.isAnnotated(EveryDefault.class) ? Daemon.everyDefault() : Daemon.PLAIN);
  }

  static Moto moto(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(Moto.class, _ -> started(Moto::start), Moto.class);
  }

  static Engine engine(ExtensionContext context, Daemon daemon) {
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(daemon, _ -> started(() -> Engine.start(daemon)), Engine.class);
  }

  private interface Start<T> {
    T start() throws Missing;
  }

  private static <T> T started(Start<T> part) {
    try {
      return part.start();
    } catch (Missing missing) {
      throw missing.surface();
    }
  }
}
