package dev.recap.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildLineTest {
  @Test
  void saysWhichVersionRuns() {
    assertThat(ChildLine.of("{\"peer\":\"started\",\"version\":\"1.19.0\"}"))
        .isEqualTo(new ChildLine.Started("1.19.0"));
  }

  @Test
  void saysHowTheLoopEnded() {
    assertThat(ChildLine.of("{\"how\":\"died: 400\",\"peer\":\"ended\"}"))
        .isEqualTo(new ChildLine.Ended("died: 400"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "WARNING: something is deprecated",
        "{\"peer\":\"counted\",\"turns\":37}",
        "{\"version\":\"1.0\"}",
        "[\"peer\"]",
        "{\"peer\":",
        "42"
      })
  void isChatterWhateverElseIsPrinted(String line) {
    assertThat(ChildLine.of(line)).isEqualTo(new ChildLine.Chatter(line));
  }

  @Nested
  class WhatAPeerSaid {
    private final Said said = new Said();

    @Test
    void isItsVersionItsEndAndTheLastLineOfItsChatter() {
      said.hear("{\"peer\":\"started\",\"version\":\"0.128.0\"}");
      said.hear("first");
      said.hear("second");
      said.hear("{\"peer\":\"ended\",\"how\":\"answered\"}");

      assertThat(said.version()).isEqualTo("0.128.0");
      assertThat(said.ended()).contains("answered");
      assertThat(said.chatter()).isEqualTo("second");
    }

    @Test
    void hasNoEndWhenItNeverSaidSo() {
      said.hear("Error: Cannot find module");

      assertThat(said.ended()).isEmpty();
      assertThat(said.chatter()).isEqualTo("Error: Cannot find module");
    }
  }
}
