package dev.recap.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
  private static final Shelf SHELF = new Shelf();

  @BeforeAll
  static void fill() {
    SHELF.ticket("QM-1042/7", 1, "Größe falsch", "Die Überweisung an Müller fehlt, Straße 5.");
    SHELF.ticket("ID with words", 2, "Lamp", "It said \"error NEAR 5\" and AND went dark (again).");
    SHELF.ticket("***", 3, "Ω", "Nothing but a sign in its id.");
    SHELF.ticket("JA-1", 4, "請求書について", "先月の請求書の金額が間違っています。返金してください。");
    SHELF.ticket("KO-1", 5, "배송", "주문한 상품의 배송이 늦습니다.");
    SHELF.ticket("TH-1", 6, "คืนเงิน", "ฉันต้องการขอคืนเงินสำหรับคำสั่งซื้อนี้");
  }

  private static List<String> find(String text) {
    return SHELF.ids(QueueFilter.ALL.text(text));
  }

  @ParameterizedTest
  @CsvSource({
    "uberweisung, QM-1042/7",
    "ÜBERWEISUNG, QM-1042/7",
    "überwei, QM-1042/7",
    "Muller uberw, QM-1042/7",
    "QM-1042/7, QM-1042/7",
    "qm-1042, QM-1042/7",
    "1042, QM-1042/7",
    "straße, QM-1042/7",
    "again, ID with words",
    "'(again)', ID with words",
    "'error near 5', ID with words",
    "'\"error', ID with words",
    "ID with words, ID with words",
    "***, ***",
    "請求書, JA-1",
    "返金, JA-1",
    "金額 返金, JA-1",
    "請求書 JA-1, JA-1",
    "배송, KO-1",
    "상품, KO-1",
    "คืนเงิน, TH-1"
  })
  void findATicket(String text, String id) {
    assertThat(find(text)).containsExactly(id);
  }

  @Test
  void findWhoTheCustomerIs() {
    assertThat(find("juergen.mueller@example.com")).hasSize(6);
    assertThat(find("jurgen")).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uberweisung lamp", // not all of them in one ticket
        "berweisung", // the end of a word
        "1042-QM", // another order
        "m", // the beginning of many words, but no word
        "strasse",
        "返金 lamp",
        "()",
        "\"",
        "* - ^",
        "subject:lamp",
        "lamp OR uberweisung",
        "NOT lamp",
        "NEAR(lamp dark)"
      })
  void findNothing(String text) {
    assertThat(find(text)).isEmpty();
  }

  @AfterAll
  static void close() {
    SHELF.close();
  }
}
