package dev.recap.desk.mail;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How far a folder has been read.
 *
 * @param folder account, server and folder
 * @param uidValidity while the server keeps it, uids mean the same mails
 * @param lastUid of the last mail that was taken; 0 for none
 * @param since what the server received earlier is left alone
 */
record MailPlace(String folder, long uidValidity, long lastUid, Instant since) {

  static Optional<MailPlace> find(Handle handle, String folder) {
    return handle
        .createQuery("select * from mail_place where folder = :folder")
        .bind("folder", folder)
        .map((row, context) ->
            new MailPlace(
                row.getString("folder"),
                row.getLong("uid_validity"),
                row.getLong("last_uid"),
                Instant.parse(row.getString("since"))))
        .findOne();
  }

  MailPlace at(long uid) {
    return new MailPlace(folder, uidValidity, uid, since);
  }

  /** Another process that reads the same folder may have come further: that stands. */
  void keep(Handle handle) {
    handle
        .createUpdate(
            """
            insert into mail_place (folder, uid_validity, last_uid, since)
            values (:folder, :validity, :uid, :since)
            on conflict (folder) do update set
              last_uid = case when mail_place.uid_validity = excluded.uid_validity
                                   and mail_place.last_uid > excluded.last_uid
                              then mail_place.last_uid else excluded.last_uid end,
              uid_validity = excluded.uid_validity\
            """)
        .bind("folder", folder)
        .bind("validity", uidValidity)
        .bind("uid", lastUid)
        .bind("since", since.toString())
        .execute();
  }
}
