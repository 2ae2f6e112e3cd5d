package dev.recap.lab.crashes;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets calls that run side by side have their effects one after the other, in call order. */
final class Turnstile {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private List<String> order = List.of();
  private int next;

  /** These calls are about to run. */
  void begin(List<String> callIds) {
    lock.lock();
    try {
      order = List.copyOf(callIds);
      next = 0;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a call's turn; one that is not in the order need not wait. */
  void await(String callId) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (order.indexOf(callId) > next) {
        moved.await();
      }
    } finally {
      lock.unlock();
    }
  }

  void passed(String callId) {
    lock.lock();
    try {
      next = Math.max(next, order.indexOf(callId) + 1);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whoever waits goes on, as the process is dead. */
  void open() {
    begin(List.of());
    lock.lock();
    try {
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
