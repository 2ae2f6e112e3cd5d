package dev.recap.lab.crashes;

import dev.recap.journal.Journal;
import dev.recap.journal.file.Disk;
import dev.recap.tool.Toolbox;
import javax.sql.DataSource;

/**
 * Something wrong, put between the loop and the world from outside, which the experiment has to
 * find.
 */
interface Defect {
  /** Nothing is wrong. */
  Defect NONE = new Defect() {};

  /** What the loop takes for its journal. */
  default Journal journal(Journal good) {
    return good;
  }

  /** What the loop takes for its tools. */
  default Toolbox toolbox(Toolbox good) {
    return good;
  }

  /** What a journal in a file takes for the disk. */
  default Disk disk(Disk good) {
    return good;
  }

  /** What a journal in SQL takes for the database. */
  default DataSource database(DataSource good) {
    return good;
  }
}
