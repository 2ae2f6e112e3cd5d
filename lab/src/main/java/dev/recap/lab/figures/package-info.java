/**
 * Figures on record: what an experiment came to stands in a file of the repository, and the pages
 * that quote it are written from that file.
 */
@NullMarked
package dev.recap.lab.figures;

import org.jspecify.annotations.NullMarked;
