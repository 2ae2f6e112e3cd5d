package org.springframework.aop;

/** What Spring's proxies implement, so that the tests need not have Spring. */
public interface TargetClassAware {
  Class<?> getTargetClass();
}
