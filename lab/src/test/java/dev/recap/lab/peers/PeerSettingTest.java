package dev.recap.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerSettingTest {
  @Test
  void isReadFromItsText() {
    PeerSetting setting = PeerSetting.parse("adk:threshold=5000,keep=2");

    assertThat(setting)
        .isEqualTo(
            new PeerSetting(
                Peer.ADK, "keep=2 threshold=5000", Map.of("threshold", "5000", "keep", "2")));
    assertThat(setting.arguments()).containsExactly("--set", "keep=2", "--set", "threshold=5000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "adk", "adk:", "adk:threshold", "adk:=5", "threshold=5000"})
  void mustNameAPeerAndItsKnobs(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeerSetting.parse(text))
        .withMessageContaining("must read PEER:KNOB=VALUE");
  }

  @Test
  void namesThePeersThereAreWhenThereIsNoneOfThatName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeerSetting.parse("melt:a=b"))
        .withMessageContaining("typescript-sdk, java-sdk, langchain4j, adk, api");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "API")
  void existsAtADefaultForEveryPeer(Peer peer) {
    assertThat(PeerSettings.of(peer).getFirst())
        .isEqualTo(new PeerSetting(peer, "default", Map.of()));
  }
}
