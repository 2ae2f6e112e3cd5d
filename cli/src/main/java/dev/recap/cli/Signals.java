package dev.recap.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hears SIGTERM and Ctrl-C in place of the JVM, which would give the work in hand no time to end: a
 * hook at its end cannot tell a second signal from the first. The JDK's only way to hear them is a
 * class of its own that has no warrant to stay, so it is found by name; where it is gone, the JVM
 * ends as always.
 */
final class Signals {
  private static final List<String> NAMES = List.of("TERM", "INT");
  private static final int STOPPED_AT_ONCE = 143;

  private Signals() {}

  /** The first one does this, and the second ends the process at once. */
  static void first(Runnable stop) {
    var heard = new AtomicInteger();
    hear(() -> {
      if (heard.getAndIncrement() == 0) {
        stop.run();
      } else {
        Runtime.getRuntime().halt(STOPPED_AT_ONCE);
      }
    });
  }

  private static void hear(Runnable each) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object hears =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  each.run();
                }
                return method.getName().equals("hashCode") ? System.identityHashCode(proxy) : null;
              });
      Method handle = signal.getMethod("handle", signal, handler);
      for (String name : NAMES) {
        handle.invoke(null, signal.getConstructor(String.class).newInstance(name), hears);
      }
    } catch (ClassNotFoundException | NoSuchMethodException gone) {
      System.getLogger(Signals.class.getName())
          .log(System.Logger.Level.WARNING, "this JDK lets nobody hear signals", gone);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("signals cannot be heard", e);
    }
  }
}
