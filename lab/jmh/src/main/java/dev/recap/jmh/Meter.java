package dev.recap.jmh;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What one operation cost: CPU time and allocation of all Java threads, since a tool may run on
 * another thread than the loop, and time by the clock. What the collector and the compiler used is
 * in the latter alone.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Meter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final double NANOS = 1_000;
  private static final double BYTES = 1_000;

  /** Microseconds of CPU time. */
  public double cpu;

  /** Thousands of bytes. */
  public double kilobytes;

  /** Microseconds by the clock. */
  public double wall;

  /** Does this and divides what it cost by so many operations. */
  void measure(int operations, Runnable work) {
    long cpuBefore = cpuNanos();
    long bytesBefore = THREADS.getTotalThreadAllocatedBytes();
    long wallBefore = System.nanoTime();
    work.run();
    wall = (System.nanoTime() - wallBefore) / NANOS / operations;
    kilobytes = (THREADS.getTotalThreadAllocatedBytes() - bytesBefore) / BYTES / operations;
    cpu = (cpuNanos() - cpuBefore) / NANOS / operations;
  }

  private static long cpuNanos() {
    long sum = 0;
    for (long nanos : THREADS.getThreadCpuTime(THREADS.getAllThreadIds())) {
      // A thread that has just ended has none.
      sum += Math.max(0, nanos);
    }
    return sum;
  }
}
