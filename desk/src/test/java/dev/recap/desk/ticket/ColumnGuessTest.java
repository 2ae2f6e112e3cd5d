package dev.recap.desk.ticket;

import static dev.recap.desk.ticket.Exports.NOW;
import static dev.recap.desk.ticket.Exports.csv;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.ColumnMapping.Field;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which columns hold what, as far as their names say. */
class ColumnGuessTest {
  private final MappedImport tickets = new MappedImport(NOW);

  private Map<Field, String> guess(String header) {
    return tickets.preview(csv(header, header.replaceAll("[^,]+", "x"))).mapping().columns();
  }

  @Test
  void knowsAnExportOfZendesk() {
    assertThat(
            guess(
                "Id,Requester,Requester id,Requester email,Submitter,Assignee,Group,Subject,"
                    + "Description,Tags,Status,Priority,Via,Ticket type,Created at,Updated at"))
        .isEqualTo(
            Map.of(
                Field.ID, "Id",
                Field.CUSTOMER_NAME, "Requester",
                Field.CUSTOMER_EMAIL, "Requester email",
                Field.TEAM, "Group",
                Field.SUBJECT, "Subject",
                Field.DESCRIPTION, "Description",
                Field.PRIORITY, "Priority",
                Field.CATEGORY, "Ticket type",
                Field.CREATED, "Created at"));
  }

  @Test
  void knowsAnExportOfFreshdesk() {
    assertThat(
            guess(
                "Ticket ID,Subject,Description,Status,Priority,Source,Type,Agent,Group,"
                    + "Created time,Due by Time,Full name,Email"))
        .isEqualTo(
            Map.of(
                Field.ID, "Ticket ID",
                Field.SUBJECT, "Subject",
                Field.DESCRIPTION, "Description",
                Field.PRIORITY, "Priority",
                Field.CATEGORY, "Type",
                Field.TEAM, "Group",
                Field.CREATED, "Created time",
                Field.CUSTOMER_NAME, "Full name",
                Field.CUSTOMER_EMAIL, "Email"));
  }

  @Test
  void knowsAnExportOfZammad() {
    assertThat(guess("#,Title,Customer,Group,State,Priority,Created at,Body"))
        .isEqualTo(
            Map.of(
                Field.ID, "#",
                Field.SUBJECT, "Title",
                Field.CUSTOMER_NAME, "Customer",
                Field.TEAM, "Group",
                Field.PRIORITY, "Priority",
                Field.CREATED, "Created at",
                Field.DESCRIPTION, "Body"));
  }

  @Test
  void knowsMailOfGmail() {
    assertThat(guess("Date,From,To,Subject,Plain Body,Message ID"))
        .isEqualTo(
            Map.of(
                Field.CREATED, "Date",
                Field.CUSTOMER_EMAIL, "From",
                Field.SUBJECT, "Subject",
                Field.DESCRIPTION, "Plain Body",
                Field.ID, "Message ID"));
  }

  @Test
  void knowsOtherLanguages() {
    assertThat(guess("Vorgangsnummer,Betreff,Nachricht,Erstellt am,Priorität,Antwort"))
        .containsEntry(Field.ID, "Vorgangsnummer")
        .containsEntry(Field.DESCRIPTION, "Nachricht")
        .containsEntry(Field.REPLY, "Antwort");
    assertThat(guess("件名,本文,メールアドレス,作成日時"))
        .containsEntry(Field.DESCRIPTION, "本文")
        .containsEntry(Field.CREATED, "作成日時");
  }

  @Test
  void takesForCustomerNumbersOnlyWhatAreSuch() {
    ImportFile numbers = csv("customer,body", "44,x");
    ImportFile names = csv("customer,body", "44,x", "Jo,y");

    assertThat(tickets.preview(numbers).mapping().columns())
        .containsEntry(Field.CUSTOMER_NUMBER, "customer");
    assertThat(tickets.preview(names).mapping().columns())
        .containsEntry(Field.CUSTOMER_NAME, "customer")
        .doesNotContainKey(Field.CUSTOMER_NUMBER);
  }

  @Test
  void isOverriddenByAPerson() {
    ImportFile file = csv("body,Was der Kunde schrieb,Kürzel", "ours,It hums.,K-7");
    ColumnMapping mapping =
        tickets
            .preview(file)
            .mapping()
            .with(Field.DESCRIPTION, "Was der Kunde schrieb")
            .with(Field.ID, "Kürzel");

    NewTicket ticket = tickets.read(file, mapping).good().getFirst().ticket();

    assertThat(ticket.description()).isEqualTo("It hums.");
    assertThat(ticket.externalId()).isEqualTo("K-7");
    assertThat(mapping.with(Field.ID, null).column(Field.ID)).isNull();
  }
}
