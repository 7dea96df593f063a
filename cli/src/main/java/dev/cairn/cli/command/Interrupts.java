package dev.cairn.cli.command;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/// Ctrl-C as two wishes: the first time to end well, the second time to end now.
///
/// The JVM has one way to hear a signal without dying of it, `sun.misc.Signal` of the module
/// `jdk.unsupported`; it is used by name, and where it is missing Ctrl-C ends the process as usual.
final class Interrupts {
  private Interrupts() {}

  static void listen(Runnable first, Runnable second) {
    int[] heard = {0};
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("handle")) {
            (heard[0]++ == 0 ? first : second).run();
            return null;
          }
          return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" ->
                arguments != null
                    && System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
            default -> "Interrupts";
          };
        };
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
      for (String name : new String[] {"INT", "TERM"}) {
        signal
            .getMethod("handle", signal, type)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
      }
    } catch (ReflectiveOperationException e) {
      return;
    }
  }
}
