package dev.recap.lab.crashes;

import java.util.*;
import org.junit.jupiter.api.Test;

class TryTest {
  @Test
  void tries() {
    for (String store : System.getenv().getOrDefault("ST","FILE").split(",")) {
    List<CrashScenario> all = Scenarios.all(Set.of(StoreName.valueOf(store)));
    int n = Integer.parseInt(System.getenv().getOrDefault("N","300"));
    System.out.println("all " + all.size());
    List<CrashScenario> some = n >= all.size() ? all : Scenarios.sample(all, n, 1);
    long t = System.nanoTime();
    List<CrashRow> rows = new CrashesExperiment((d, x) -> {}).play(some, Defect.NONE);
    System.out.println("ms " + (System.nanoTime() - t) / 1000000);
    System.out.println("unreached " + rows.stream().filter(r -> r.deaths() == 0).count());
    Map<String,Integer> kinds = new TreeMap<>();
    rows.stream().filter(r -> !r.wrong().isEmpty()).forEach(r -> kinds.merge(r.wrong().replaceAll("journal [^ ]*","J"), 1, Integer::sum));
    System.out.println(kinds.size() + " kinds");
    kinds.entrySet().stream().limit(30).forEach(System.out::println);
    rows.stream().filter(r -> !r.wrong().isEmpty()).limit(30).forEach(System.out::println);
    }
  }
}
