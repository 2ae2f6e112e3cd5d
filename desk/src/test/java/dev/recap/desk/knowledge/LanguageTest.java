package dev.recap.desk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles and questions in other languages than English. */
class LanguageTest {
  private static ArticleText article(String id, String title, String text) {
    return new ArticleText(id, title, "", List.of(), text);
  }

  private static final List<ArticleText> MIXED =
      List.of(
          article("returns", "Returns", "You can send the Heron lamp back. We refund the price."),
          article("bulbs", "Bulbs", "The Heron lamp takes a bulb of its own."),
          article("rueckgabe", "Rückgabe", "Sie können die Lampen Heron zurückschicken."),
          article("retours", "Retours", "Vous pouvez renvoyer la lampe Heron dans les 30 jours."),
          article("返品", "返品について", "ランプは30日以内に返品できます。"));

  private static List<String> found(String query, String about) {
    KnowledgeBase base = KnowledgeBase.of(MIXED);
    return base.search(query, Optional.empty(), about).stream().map(Hit::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, The parcel has not arrived at my house and I want to know where it is.",
    "GERMAN, Das Paket ist nicht bei mir angekommen und ich möchte wissen wo es ist.",
    "FRENCH, Le colis n'est pas arrivé chez moi et je veux savoir où il est.",
    "SPANISH, El paquete no ha llegado a mi casa y quiero saber dónde está.",
    "ITALIAN, Il pacco non è arrivato a casa mia e vorrei sapere dove si trova.",
    "PORTUGUESE, O pacote não chegou à minha casa e eu quero saber onde ele está.",
    "DUTCH, Het pakket is niet bij mij aangekomen en ik wil weten waar het is.",
    "SWEDISH, Paketet har inte kommit till mig och jag vill veta var det är.",
    "RUSSIAN, Посылка не пришла ко мне и я хочу знать где она.",
    "CHINESE_JAPANESE_KOREAN, 荷物が届いていません。",
    "CHINESE_JAPANESE_KOREAN, 我的包裹还没有到。",
    "OTHER, zzzz 12 !"
  })
  void isGuessedFromScriptAndStopWords(Language language, String text) {
    assertThat(Language.of(text)).isEqualTo(language);
  }

  @Test
  void ofTheStandardArticlesIsEnglish() {
    assertThat(Shelf.standard())
        .allSatisfy(standard ->
            assertThat(Language.of(standard.title() + "\n" + standard.text()))
                .isEqualTo(Language.ENGLISH));
  }

  @Test
  void bringsItsOwnFormsOfAWord() {
    assertThat(found("Lampe", "")).contains("rueckgabe");
    assertThat(found("zurückgeschickt Rückgaben", "")).containsExactly("rueckgabe");
    assertThat(found("返品したい", "")).containsExactly("返品");
  }

  @Test
  void ofTheQuestionPutsItsArticlesFirstAndOthersBehind() {
    assertThat(found("wie kann ich die Heron zurückschicken", ""))
        .startsWith("rueckgabe")
        .hasSize(3);
    assertThat(found("puis-je renvoyer la Heron", "")).startsWith("retours");
  }

  @Test
  void ofTheTicketCountsWhereTheQuestionDoesNotTell() {
    assertThat(found("Heron", "Die Lampe ist mir zu groß, ich will sie nicht."))
        .startsWith("rueckgabe");
    assertThat(found("Heron", "La lampe est trop grande pour moi.")).startsWith("retours");
  }

  @Test
  void thatNoArticleHasStopsNoSearch() {
    assertThat(found("Heron", "Лампа не работает и я хочу её вернуть.")).hasSize(3);
  }

  @Test
  void ofAnArticleThatDoesNotTellIsThatOfMostOthers() {
    var list = article("models", "Models", "Heron2, Kestrel4: batteries.");
    KnowledgeBase base = KnowledgeBase.of(List.of(MIXED.get(0), MIXED.get(1), list));
    assertThat(base.search("battery", Optional.empty())).extracting(Hit::id).contains("models");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "billing", "none"})
  void articlesOfNoCategoryBelongToAny(String category) {
    KnowledgeBase base = KnowledgeBase.of(MIXED);
    assertThat(base.search("bulb", Optional.of(category))).extracting(Hit::id).contains("bulbs");
  }
}
