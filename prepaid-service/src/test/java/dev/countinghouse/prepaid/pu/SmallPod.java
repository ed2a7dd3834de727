package dev.countinghouse.prepaid.pu;

import dev.countinghouse.prepaid.PrepaidLimits;
import java.lang.reflect.Proxy;

/** Limits of a pod that takes ten commands in hand. */
final class SmallPod {

  private SmallPod() {}

  static PrepaidLimits limits(PrepaidLimits others) {
    return (PrepaidLimits)
        Proxy.newProxyInstance(
            PrepaidLimits.class.getClassLoader(),
            new Class<?>[] {PrepaidLimits.class},
            (proxy, method, arguments) ->
                method.getName().equals("commandsInHand") ? 10 : method.invoke(others));
  }
}
